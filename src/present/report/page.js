// Sorts and filters the list of lines, and opens what is folded before the page is printed: all but the steps of rates, which take many sheets.
// Without it the page can be read all the same.
(() => {
  const table = document.getElementById('line-table');
  const tools = document.getElementById('line-tools');
  if (table && tools) listTools(table, tools);

  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open])')].filter((one) => !one.closest('.history'));
    for (const one of opened) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
  });

  function listTools(lines, controls) {
    const body = lines.tBodies[0];
    const rows = [...body.rows];
    const texts = rows.map((row) => row.textContent.toLowerCase());
    const filter = document.getElementById('line-filter');
    const status = document.getElementById('line-status');
    const count = document.getElementById('line-count');

    const show = () => {
      const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, index) => {
        const isAsked = status.value === '' || row.dataset.status === status.value;
        row.hidden = !(isAsked && words.every((word) => texts[index].includes(word)));
        if (!row.hidden) shown += 1;
      });
      count.textContent = `${grouped(shown)} of ${grouped(rows.length)} shown`;
    };
    filter.addEventListener('input', show);
    status.addEventListener('change', show);

    for (const [column, head] of [...lines.tHead.rows[0].cells].entries()) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      button.addEventListener('click', () => sortBy(column, head));
      head.replaceChildren(button);
    }

    // Up, down, and as it was.
    function sortBy(column, head) {
      const isNumber = head.dataset.kind === 'number';
      const turns = isNumber && column > 0 ? ['descending', 'ascending'] : ['ascending', 'descending'];
      const next = turns[turns.indexOf(head.getAttribute('aria-sort')) + 1];
      for (const other of head.parentNode.cells) other.removeAttribute('aria-sort');
      if (next) head.setAttribute('aria-sort', next);
      const keys = new Map(rows.map((row) => [row, row.cells[column].textContent]));
      const turn = next === 'descending' ? -1 : 1;
      const sorted = next
        ? [...rows].sort((a, b) => {
            const [one, two] = [keys.get(a), keys.get(b)];
            return isNumber ? byAmount(one, two, turn) : turn * byWords(one, two);
          })
        : rows;
      body.append(...sorted);
    }

    controls.hidden = false;
    show();
    // On a narrow screen rows are laid out as cards; that they are rows of a table has to be said then.
    if (matchMedia('(max-width: 42rem)').matches) nameRoles(lines);
  }

  function nameRoles(lines) {
    const roles = { TABLE: 'table', THEAD: 'rowgroup', TBODY: 'rowgroup', TR: 'row', TD: 'cell', TH: 'rowheader' };
    lines.setAttribute('role', roles.TABLE);
    for (const part of lines.querySelectorAll('thead, tbody, tr, td, th'))
      part.setAttribute('role', roles[part.tagName]);
    for (const head of lines.querySelectorAll('thead th')) head.setAttribute('role', 'columnheader');
  }

  function byWords(a, b) {
    return a.localeCompare(b, 'en', { numeric: true });
  }

  // Digit by digit, since a number of the language would round. What is no amount stands last, whichever way is sorted.
  function byAmount(a, b, turn) {
    const [one, two] = [amountOf(a), amountOf(b)];
    if (!one || !two) return one ? -1 : two ? 1 : 0;
    const sign = one.isLess === two.isLess ? 0 : one.isLess ? -1 : 1;
    if (sign !== 0) return turn * sign;
    const size = one.whole.length - two.whole.length || order(one.whole + one.part, two.whole + two.part);
    return turn * (one.isLess ? -size : size);
  }

  function amountOf(text) {
    const found = /^(-?)[^\d-]{0,4}([\d,]+)(\.\d+)?$/.exec(text.trim());
    if (!found) return null;
    const part = (found[3] ?? '').replace(/0+$/, '');
    return { isLess: found[1] === '-', whole: found[2].replaceAll(',', '').replace(/^0+(?=\d)/, ''), part };
  }

  function order(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
  }

  function grouped(number) {
    return String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  }
})();
