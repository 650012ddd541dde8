// Pages work without script; with it they answer sooner. Each module registers what it does here.
const beian = (() => {
  const starts = [];
  const words = () => JSON.parse(document.body.dataset.words || '{}');
  return {
    words,
    // Runs `work(root)` for the page, and again for every part that arrives later.
    each(selector, work) {
      starts.push((root) => {
        if (root.matches?.(selector)) work(root);
        root.querySelectorAll(selector).forEach(work);
      });
    },
    // Listens on the document, so that parts that arrive later are heard too.
    on(event, selector, work) {
      document.addEventListener(event, (e) => {
        const hit = e.target.closest?.(selector);
        if (hit) work(hit, e);
      });
    },
    begin(root) {
      starts.forEach((start) => start(root));
    },
  };
})();
document.documentElement.classList.add('scripted');
