import { CsvError, parse } from 'csv-parse/sync'

/** A row of a table, and the 1-based line on which it begins. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** The rows of a table (RFC 4180), the heading among them, up to what cannot be read. */
export interface CsvReading {
  readonly rows: readonly CsvRow[]
  readonly problem?: { readonly line: number; readonly why: string }
}

const DELIMITERS = [',', ';', '\t']

/** No cell of a card is so long; what is has lost its closing quote. */
const LONGEST_ROW = 8_000_000

/** Reads a table whose delimiter is a comma, a semicolon or a tab, whichever its heading has most of. */
export function scanCsv(text: string): CsvReading {
  const rows: CsvRow[] = []
  let next = 1
  try {
    parse(text.replace(/\r\n?/g, '\n'), {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      on_record: (cells: string[], { lines }) => {
        const within = cells.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0)
        rows.push({ line: Math.max(1, lines - within), cells })
        next = lines + 1
        return null
      },
    })
    return { rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return {
      rows,
      problem: { line: next, why: 'From this row on it cannot be read: a quote is missing or too many.' },
    }
  }
}

function delimiterOf(text: string): string {
  const heading = /^\ufeff?[^\r\n]*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? ''
  const counts = DELIMITERS.map(delimiter => heading.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}
