// Numbers are read back in groups while they are typed and judged when the field is left.
(() => {
  const compact = (field) => field.value.replace(/[\s-]/g, '');

  const grouped = (text, lengths) => {
    const parts = [];
    let at = 0;
    for (const length of lengths) {
      if (at >= text.length) break;
      parts.push(text.slice(at, at + length));
      at += length;
    }
    if (at < text.length) parts.push(text.slice(at));
    return parts.join(' ');
  };

  const output = (field) => field.parentElement.querySelector('.reading');

  const span = (kind, text) => {
    const element = document.createElement('span');
    element.className = kind;
    element.textContent = text;
    return element;
  };

  const read = (field) => {
    const out = output(field);
    if (!out) return;
    const text = compact(field);
    const parts = [];
    if (field.dataset.groups && text) {
      const lengths = field.dataset.groups.split(' ').map(Number);
      const whole = lengths.reduce((a, b) => a + b, 0);
      parts.push(span('grouped', grouped(text, lengths)));
      if (text.length !== whole) parts.push(span('', `${text.length} / ${whole} ${beian.words().digits}`));
    }
    out.replaceChildren(...parts);
    out.hidden = parts.length === 0;
  };

  const judge = async (field) => {
    const out = output(field);
    const value = compact(field);
    if (!out || !value || field.dataset.judged === value) return;
    field.dataset.judged = value;
    const answer = await fetch(field.dataset.check, { method: 'POST', body: value, headers: { accept: 'application/json' } })
      .then((response) => (response.ok ? response.json() : null))
      .catch(() => null);
    if (!answer?.text || compact(field) !== value) return;
    read(field);
    out.append(span(`said is-${answer.state}`, answer.text));
    out.hidden = false;
  };

  beian.on('input', '[data-groups], [data-check]', (field) => {
    delete field.dataset.judged;
    read(field);
  });
  beian.on('focusout', '[data-check]', judge);
  beian.each('[data-groups]', read);
})();
