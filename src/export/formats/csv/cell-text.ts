/** What a cell cannot hold: control characters but tab and line feed, and halves of a pair, which no file can. */
const UNFIT = /[\0-\x08\v-\x1f\x7f-\x9f\p{Cs}]/gu

/** The text of a cell, and in which ways it is not that of the card. */
export interface CellText {
  readonly text: string
  readonly changes: readonly string[]
}

/**
 * A text as a cell can hold it: without control characters, which no quotes make harmless, and without white space at
 * its ends, which no table keeps.
 * @param isLine whether it is to stand on one line
 */
export function cellText(value: string, isLine: boolean): CellText {
  const fit = value.replace(/\r\n?/g, '\n').replace(UNFIT, '\ufffd')
  const onLine = isLine ? fit.replace(/\s+/g, ' ') : fit
  const text = onLine.trim()
  const changes = [
    ...(fit === value ? [] : ['control characters, each now a line break or \ufffd']),
    ...(onLine === fit ? [] : ['on one line, with single spaces']),
    ...(text === onLine ? [] : ['no white space at its ends']),
  ]
  return { text, changes }
}
