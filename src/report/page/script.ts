/**
 * The script of the page, which does two things: columns of tables can be sorted by a click on their names, and all
 * reasons of an allocation be opened at once, as for printing them. Without it the page is whole.
 */
export const script = `(() => {
  'use strict'
  const words = new Intl.Collator(document.documentElement.lang, { numeric: true })
  const keyOf = cell => cell.dataset.sort ?? cell.textContent
  const compare = (a, b) => {
    const [m, n] = [Number(a), Number(b)]
    return a !== '' && b !== '' && !Number.isNaN(m) && !Number.isNaN(n) ? m - n : words.compare(a, b)
  }
  for (const table of document.querySelectorAll('table[data-sortable]')) {
    const names = [...table.tHead.rows[0].cells]
    const body = table.tBodies[0]
    names.forEach((name, column) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.append(...name.childNodes)
      name.append(button)
      button.addEventListener('click', () => {
        const up = name.getAttribute('aria-sort') !== 'ascending'
        for (const each of names) each.removeAttribute('aria-sort')
        name.setAttribute('aria-sort', up ? 'ascending' : 'descending')
        const rows = [...body.rows].map(row => ({ row, key: keyOf(row.cells[column]) }))
        rows.sort((a, b) => (up ? compare(a.key, b.key) : compare(b.key, a.key)))
        body.append(...rows.map(({ row }) => row))
      })
    })
  }
  for (const tools of document.querySelectorAll('[data-open-all]')) {
    const all = tools.closest('section').querySelectorAll('tbody details')
    const button = document.createElement('button')
    button.type = 'button'
    const say = open => {
      button.textContent = open ? tools.dataset.closeAll : tools.dataset.openAll
      button.setAttribute('aria-expanded', open)
    }
    button.addEventListener('click', () => {
      const open = button.getAttribute('aria-expanded') !== 'true'
      for (const each of all) each.open = open
      say(open)
    })
    say(false)
    tools.append(button)
  }
})()`
