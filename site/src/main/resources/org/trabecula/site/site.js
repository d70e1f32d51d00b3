// Search, light and dark, and contents that start closed on a narrow page. A classic script: a page that was opened from a folder loads no others.
'use strict';
(() => {
  const root = document.body.dataset.root;
  const search = document.getElementById('search');
  const found = document.getElementById('found');
  const shade = document.getElementById('shade');
  const most = 20;

  const plain = text => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const sections = INDEX.map(([page, address, heading, text]) =>
    ({ page, address, heading, text, title: plain(page + ' ' + heading), body: plain(text) }));

  const pages = new Map();
  for (const section of sections) pages.set(section.page, (pages.get(section.page) ?? '') + ' ' + section.title + ' ' + section.body);

  // Every word has to be on the page. A section weighs by how many of them it has, then by where: a heading as much as twenty places in a text.
  function weight(section, words) {
    let sum = 0;
    for (const word of words) {
      const places = section.body.split(word).length - 1;
      const inTitle = section.title.includes(word);
      if (inTitle || places > 0) sum += 100 + (inTitle ? 20 : 0) + Math.min(places, 10);
      else if (!pages.get(section.page).includes(word)) return 0;
    }
    return sum;
  }

  // Words as text with marks, never as HTML.
  function marked(into, text, words) {
    const folded = plain(text);
    let at = 0;
    const sameLength = folded.length === text.length; // else places in one are not places in the other
    while (sameLength && at < text.length) {
      const next = words.map(word => [folded.indexOf(word, at), word.length]).filter(([place]) => place >= 0).sort((a, b) => a[0] - b[0] || b[1] - a[1])[0];
      if (!next) break;
      into.append(text.slice(at, next[0]));
      const mark = document.createElement('mark');
      mark.textContent = text.slice(next[0], next[0] + next[1]);
      into.append(mark);
      at = next[0] + next[1];
    }
    into.append(text.slice(at));
  }

  function excerpt(section, words) {
    const first = Math.max(0, Math.min(...words.map(word => section.body.indexOf(word)).filter(place => place >= 0), section.text.length) - 60);
    const from = first >= section.text.length - 60 ? 0 : first;
    return (from > 0 ? '… ' : '') + section.text.slice(from, from + 180) + (section.text.length > from + 180 ? ' …' : '');
  }

  function show() {
    const words = plain(search.value).split(/\s+/).filter(word => word.length > 1);
    found.replaceChildren();
    found.hidden = words.length === 0;
    if (found.hidden) return;
    const hits = sections.map(section => [weight(section, words), section]).filter(([sum]) => sum > 0).sort((a, b) => b[0] - a[0]);
    for (const [, section] of hits.slice(0, most)) {
      const link = document.createElement('a');
      link.href = root + section.address;
      const name = document.createElement('b');
      marked(name, section.heading === section.page ? section.page : section.page + ' › ' + section.heading, words);
      const text = document.createElement('span');
      marked(text, excerpt(section, words), words);
      link.append(name, text);
      found.append(link);
    }
    if (hits.length === 0) found.textContent = 'Nothing found.';
  }

  search.hidden = false;
  search.addEventListener('input', show);
  search.addEventListener('keydown', event => {
    if (event.key === 'Enter') found.querySelector('a')?.click();
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      search.value = '';
      show();
    } else if (event.key === '/' && document.activeElement !== search) {
      event.preventDefault();
      search.focus();
    }
  });
  document.addEventListener('click', event => {
    if (!found.contains(event.target) && event.target !== search) found.hidden = true;
    else if (event.target.closest('#found a')) found.hidden = true;
  });
  search.addEventListener('focus', show);

  // What was chosen holds for all pages where the browser keeps such things for folders, and else for this page.
  const kept = { get: () => { try { return localStorage.getItem('shade'); } catch { return null; } },
    set: value => { try { localStorage.setItem('shade', value); } catch { /* this page only */ } } };
  if (kept.get()) document.documentElement.dataset.shade = kept.get();
  shade.hidden = false;
  shade.addEventListener('click', () => {
    const dark = document.documentElement.dataset.shade
      ? document.documentElement.dataset.shade === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    document.documentElement.dataset.shade = dark ? 'light' : 'dark';
    kept.set(document.documentElement.dataset.shade);
  });

  const contents = document.getElementById('contents');
  const narrow = matchMedia('(max-width: 60rem)');
  const fit = () => { contents.open = !narrow.matches; };
  narrow.addEventListener('change', fit);
  fit();

  const asked = new URLSearchParams(location.search).get('q');
  if (asked) {
    search.value = asked;
    show();
  }
})();
