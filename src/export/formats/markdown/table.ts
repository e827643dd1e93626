/** A column of a table. */
export interface Column {
  readonly heading: string
  readonly isRight?: boolean
}

/** A table of GFM; a column that is empty in all rows is left out, but for the first. */
export function tableOf(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const kept = [...columns.keys()].filter(i => i === 0 || rows.some(row => row[i] !== ''))
  const head = tableHead(columns.filter((_, i) => kept.includes(i)))
  return [head, ...rows.map(row => tableRow(kept.map(i => row[i] ?? '')))].join('\n')
}

/** The two lines with which a table starts. */
export function tableHead(columns: readonly Column[]): string {
  const headings = tableRow(columns.map(({ heading }) => heading))
  return `${headings}\n${tableRow(columns.map(({ isRight }) => (isRight ? '---:' : '---')))}`
}

/** A line of a table. @param cells Markdown without bare `|` or line breaks */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
