// Elements with words in them.

export function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) {
    made.className = className;
  }
  return made;
}

// A table with its head; cells that begin a row are its heads, numbers stand right.
export function table(columns, rows, caption) {
  const made = document.createElement('table');
  if (caption) {
    made.append(element('caption', caption));
  }
  const head = document.createElement('tr');
  head.append(...columns.map((column, n) => {
    const cell = element('th', column, n === 0 ? '' : 'number');
    cell.scope = 'col';
    return cell;
  }));
  const top = document.createElement('thead');
  top.append(head);
  const body = document.createElement('tbody');
  body.append(...rows.map(cells => {
    const row = document.createElement('tr');
    row.append(...cells.map((text, n) => {
      const cell = element(n === 0 ? 'th' : 'td', String(text), n === 0 ? 'key' : 'number');
      if (n === 0) {
        cell.scope = 'row';
      }
      return cell;
    }));
    return row;
  }));
  made.append(top, body);
  const scroll = element('div', '', 'scroll');
  scroll.append(made);
  return scroll;
}
