// A chosen file is shown before it is sent; sending shows how far it is.
(() => {
  const sizes = (bytes) => {
    if (bytes < 1048576) return `${Math.ceil(bytes / 1024)} KB`;
    return bytes < 1073741824 ? `${(bytes / 1048576).toFixed(1)} MB` : `${(bytes / 1073741824).toFixed(1)} GB`;
  };

  beian.on('change', '[data-upload]', (field) => {
    const out = field.parentElement.querySelector('.preview');
    const [file] = field.files;
    const parts = [];
    if (file) {
      const text = document.createElement('span');
      text.textContent = `${file.name} · ${sizes(file.size)}`;
      if (file.size > Number(field.dataset.max)) {
        text.className = 'too-large';
        text.textContent += ` · ${beian.words().tooLarge}`;
        field.value = '';
      } else if (file.type.startsWith('image/')) {
        const picture = new Image();
        picture.alt = '';
        picture.src = URL.createObjectURL(file);
        picture.addEventListener('load', () => URL.revokeObjectURL(picture.src), { once: true });
        parts.push(picture);
      }
      parts.push(text);
    }
    out.replaceChildren(...parts);
    out.hidden = parts.length === 0;
  });

  for (const [event, over] of [['dragenter', true], ['dragover', true], ['dragleave', false], ['drop', false]]) {
    beian.on(event, '.drop', (drop) => drop.classList.toggle('over', over));
  }

  // The answer is put in place as if the browser had gone there itself.
  const arrive = (request) => {
    const page = new DOMParser().parseFromString(request.responseText, 'text/html');
    if (!page.querySelector('main')) {
      window.location.assign(request.responseURL);
      return;
    }
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    document.body.replaceWith(page.body);
    history.pushState(null, '', request.responseURL);
    window.scrollTo(0, 0);
    beian.begin(document.body);
  };

  document.addEventListener('submit', (e) => {
    const form = e.target;
    const chosen = form.matches('[data-upload-form]') && [...form.querySelectorAll('input[type="file"]')].some((field) => field.files.length);
    if (!chosen || e.defaultPrevented) return;
    e.preventDefault();
    const bar = form.querySelector('.sending');
    const said = form.querySelector('.sent');
    bar.hidden = said.hidden = false;
    bar.setAttribute('aria-label', beian.words().sending);
    said.textContent = beian.words().sending;
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.upload.addEventListener('progress', (step) => {
      bar.value = step.lengthComputable ? (100 * step.loaded) / step.total : 0;
      const percent = Math.floor(bar.value);
      said.textContent = percent < 100 ? beian.words().sent.replace('%', `${percent} %`) : beian.words().arrived;
    });
    request.addEventListener('load', () => arrive(request));
    request.addEventListener('error', () => {
      bar.hidden = said.hidden = true;
      form.dispatchEvent(new Event('beian:release', { bubbles: true }));
      window.alert(beian.words().lost);
    });
    request.send(new FormData(form, e.submitter));
  });
  window.addEventListener('popstate', () => window.location.reload());
})();
