// Copy buttons say that they have copied, for two seconds.
(() => {
  beian.on('click', '[data-copy]', async (button) => {
    const label = button.querySelector('span');
    const before = label.textContent;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      return;
    }
    label.textContent = beian.words().copied;
    button.classList.add('copied');
    setTimeout(() => {
      label.textContent = before;
      button.classList.remove('copied');
    }, 2000);
  });
})();
