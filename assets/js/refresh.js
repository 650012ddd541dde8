// Parts that ask for themselves again while somebody looks at them.
(() => {
  const ask = async (part) => {
    if (document.hidden || part.contains(document.activeElement)) return true;
    const response = await fetch(part.dataset.refreshUrl, { headers: { 'x-fragment': 'yes' } }).catch(() => null);
    if (!response || response.status === 204) return true;
    if (!response.ok) return response.status >= 500;
    const fresh = await response.text();
    if (part.dataset.shown !== fresh) {
      part.dataset.shown = fresh;
      part.innerHTML = fresh;
      // The answer may bring its own wrapper; one is enough.
      const inner = part.firstElementChild;
      if (inner?.dataset.refreshUrl && part.children.length === 1) part.replaceChildren(...inner.childNodes);
      beian.begin(part);
    }
    return response.headers.get('x-refresh') !== 'done';
  };

  beian.each('[data-refresh-url]', (part) => {
    if (part.dataset.asking) return;
    part.dataset.asking = 'yes';
    const timer = setInterval(async () => {
      if (!part.isConnected || !(await ask(part))) clearInterval(timer);
    }, Number(part.dataset.refreshSeconds) * 1000);
  });
})();
