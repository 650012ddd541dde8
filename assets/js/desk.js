// The keyboard desk: numbers tick fields, letters press what shows them, ticks decide what can be done.
(() => {
  const usable = (element) => !element.disabled && element.getClientRects().length > 0;
  const find = (key) => [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find(usable);

  const press = (element) => {
    element.scrollIntoView({ block: 'nearest' });
    element.focus({ focusVisible: true });
    element.click();
  };

  let typed = '';
  let waiting;
  // A number may be the beginning of a longer one: it waits only if there is one.
  const number = (digit) => {
    clearTimeout(waiting);
    typed += digit;
    const longer = document.querySelector(`[data-key^="${typed}"]:not([data-key="${typed}"])`);
    const act = () => {
      const target = find(typed);
      typed = '';
      if (target) press(target);
    };
    if (longer) waiting = setTimeout(act, 500);
    else act();
  };

  document.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
    const writing = e.target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])');
    if (writing) {
      if (e.key === 'Escape') e.target.blur();
      return;
    }
    // Enter in a box would press the first button of its form.
    if (e.key === 'Enter' && e.target.matches('[data-tick]')) e.preventDefault();
    if (/^[0-9]$/.test(e.key)) {
      number(e.key);
      return;
    }
    const target = e.key.length === 1 && find(e.key.toUpperCase());
    if (!target) return;
    e.preventDefault();
    press(target);
  });

  const weigh = (form) => {
    const ticked = form.querySelectorAll('[data-tick]:checked').length;
    form.querySelectorAll('[data-when-ticked]').forEach((button) => {
      button.disabled = (button.dataset.whenTicked === 'some') !== ticked > 0;
    });
    form.querySelectorAll('[data-tick-count]').forEach((count) => {
      count.textContent = ticked;
    });
  };
  beian.on('change', '[data-tick]', (tick) => weigh(tick.form));
  beian.each('form:has([data-tick])', weigh);
})();
