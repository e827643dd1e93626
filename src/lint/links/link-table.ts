/** The links of many cards, one row after the other. */
export class LinkTable {
  /** For each row, where its words end. */
  private ends: Int32Array
  private data: Int32Array
  private rows: number

  /** @param rows how many rows there will be, about */
  constructor(rows = 0) {
    this.ends = new Int32Array(rows)
    this.data = new Int32Array(rows * 24)
    this.rows = 0
  }

  /** Takes up a table that `ends` and `words` gave. */
  static of(ends: Int32Array, words: Int32Array): LinkTable {
    const table = new LinkTable()
    table.ends = ends
    table.data = words
    table.rows = ends.length
    return table
  }

  get count(): number {
    return this.rows
  }

  /** The words of all rows. */
  get words(): Int32Array {
    return this.data.subarray(0, this.endOf(this.rows - 1))
  }

  /** For each row, where its words end. */
  get rowEnds(): Int32Array {
    return this.ends.subarray(0, this.rows)
  }

  /** Adds a row. */
  add(words: ArrayLike<number>): void {
    const start = this.endOf(this.rows - 1)
    if (start + words.length > this.data.length) this.data = longer(this.data, start + words.length)
    if (this.rows === this.ends.length) this.ends = longer(this.ends, this.rows + 1)
    for (let i = 0; i < words.length; i++) this.data[start + i] = words[i] ?? 0
    this.ends[this.rows] = start + words.length
    this.rows++
  }

  /** Adds some rows of another table that follow each other: much faster than one after the other. */
  addAll(other: LinkTable, from: number, to: number): void {
    const [start, first] = [this.endOf(this.rows - 1), other.endOf(from - 1)]
    const words = other.data.subarray(first, other.endOf(to - 1))
    if (start + words.length > this.data.length) this.data = longer(this.data, start + words.length)
    const rows = this.rows + to - from
    if (rows > this.ends.length) this.ends = longer(this.ends, rows)
    this.data.set(words, start)
    for (let row = from; row < to; row++) this.ends[this.rows++] = start + other.endOf(row) - first
  }

  /** The words of a row. */
  row(row: number): Int32Array {
    return this.data.subarray(this.endOf(row - 1), this.endOf(row))
  }

  private endOf(row: number): number {
    return row < 0 ? 0 : (this.ends[row] ?? 0)
  }
}

function longer(array: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(Math.max(least, array.length * 2, 64))
  copy.set(array)
  return copy
}
