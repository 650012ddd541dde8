// Evidence one piece at a time: turned, enlarged, moved about.
(() => {
  beian.each('[data-evidence]', (box) => {
    const tabs = [...box.querySelectorAll('[data-evidence-tab]')];
    const items = [...box.querySelectorAll('[data-evidence-item]')];
    const views = items.map(() => ({ size: 1, turn: 0, x: 0, y: 0 }));
    let now = 0;

    const draw = () => {
      const picture = items[now].querySelector('img');
      const { size, turn, x, y } = views[now];
      if (picture) picture.style.transform = `translate(${x}px, ${y}px) rotate(${turn}deg) scale(${size})`;
    };
    const show = (index) => {
      now = (index + items.length) % items.length;
      items.forEach((item, i) => { item.hidden = i !== now; });
      tabs.forEach((tab, i) => (i === now ? tab.setAttribute('aria-current', 'true') : tab.removeAttribute('aria-current')));
      tabs[now].scrollIntoView({ block: 'nearest', inline: 'nearest' });
      draw();
    };
    const resize = (factor) => {
      const view = views[now];
      view.size = Math.min(8, Math.max(1, view.size * factor));
      if (view.size === 1) Object.assign(view, { x: 0, y: 0 });
      draw();
    };
    const acts = {
      larger: () => resize(1.4),
      smaller: () => resize(1 / 1.4),
      turn: () => { views[now].turn = (views[now].turn + 90) % 360; draw(); },
      next: () => show(now + 1),
    };

    box.addEventListener('click', (e) => {
      const tab = e.target.closest('[data-evidence-tab]');
      const tool = e.target.closest('[data-evidence-act]');
      if (tab) {
        e.preventDefault();
        show(tabs.indexOf(tab));
      } else if (tool) {
        acts[tool.dataset.evidenceAct]();
      }
    });
    box.addEventListener('wheel', (e) => {
      if (!e.target.closest('img')) return;
      e.preventDefault();
      resize(e.deltaY < 0 ? 1.15 : 1 / 1.15);
    }, { passive: false });
    box.addEventListener('pointerdown', (e) => {
      const picture = e.target.closest('img');
      if (!picture) return;
      e.preventDefault();
      picture.setPointerCapture(e.pointerId);
      const view = views[now];
      const from = { x: e.clientX - view.x, y: e.clientY - view.y };
      const move = (step) => { Object.assign(view, { x: step.clientX - from.x, y: step.clientY - from.y }); draw(); };
      picture.addEventListener('pointermove', move);
      picture.addEventListener('pointerup', () => picture.removeEventListener('pointermove', move), { once: true });
    });
    // Links beside the fields lead to their piece.
    beian.on('click', 'a[data-evidence-tab-for]', (link, e) => {
      e.preventDefault();
      show(Number(link.dataset.evidenceTabFor) - 1);
    });
    if (items.length) show(0);
  });
})();
