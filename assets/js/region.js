// Choosing a province fills the list of its counties, grouped by city.
(() => {
  const option = ([code, name]) => new Option(name, code);

  beian.on('change', '[data-regions]', async (province) => {
    const counties = document.getElementById(province.dataset.fills);
    const first = counties.options[0];
    counties.replaceChildren(first);
    counties.value = '';
    if (!province.value) return;
    counties.disabled = true;
    const cities = await fetch(province.dataset.regions + encodeURIComponent(province.value), { headers: { accept: 'application/json' } })
      .then((response) => (response.ok ? response.json() : []))
      .catch(() => []);
    for (const { city, counties: list } of cities) {
      const group = document.createElement('optgroup');
      group.label = city;
      group.append(...list.map(option));
      counties.append(group);
    }
    counties.disabled = false;
  });
})();
