// Forms are sent once; the list of errors is read first; menus close.
(() => {
  const release = (form) => {
    delete form.dataset.sent;
    form.querySelectorAll('.busy').forEach((button) => {
      button.classList.remove('busy');
      button.disabled = false;
    });
  };

  document.addEventListener('submit', (e) => {
    const form = e.target;
    const question = e.submitter?.dataset.confirm;
    if (form.dataset.sent || (question && !window.confirm(question))) {
      e.preventDefault();
      return;
    }
    if (form.method !== 'post') return;
    form.dataset.sent = 'yes';
    // After this turn, so that the button's own name and value still go with the form.
    setTimeout(() => {
      if (!e.submitter || !form.dataset.sent) return;
      e.submitter.classList.add('busy');
      e.submitter.disabled = true;
    });
  });
  // Back from the next page: the browser may show this one as it was left.
  window.addEventListener('pageshow', (e) => {
    if (e.persisted) document.querySelectorAll('form[data-sent]').forEach(release);
  });
  document.addEventListener('beian:release', (e) => release(e.target));

  beian.each('[data-focus]', (list) => list.focus());

  beian.on('change', '[data-empties]', (tick) => {
    const day = document.getElementById(tick.dataset.empties);
    if (tick.checked && day) day.value = '';
  });
  beian.on('input', 'input[type="date"]', (day) => {
    const tick = document.querySelector(`[data-empties="${day.id}"]`);
    if (tick && day.value) tick.checked = false;
  });

  const close = (e) => {
    document.querySelectorAll('details[data-closes][open]').forEach((menu) => {
      if (e.key === 'Escape' || (e.type === 'click' && !menu.contains(e.target))) menu.open = false;
    });
  };
  document.addEventListener('click', close);
  document.addEventListener('keydown', close);
})();
