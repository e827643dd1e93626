/** Of which stretch of words the white space is looked for. */
export interface Stretch {
  /** The white space around and between the words that go. */
  readonly old: readonly string[]
  /** The white space around and between the words that come. */
  readonly wanted: readonly string[]
  /** Whether it starts where the text starts. */
  readonly first: boolean
  /** Whether it ends where the text ends. */
  readonly last: boolean
}

/**
 * Which of the old white space stands for each piece of the new: its place, or spaces to write. A line break, with the
 * indentation after it, is never written, for what it says depends on the style and the lines around it.
 * @param breaks whether the old white space of a place has a line break in the source
 * @returns places go up; undefined when the old white space is not enough
 */
export function chooseGaps(
  { old, wanted, first, last }: Stretch,
  breaks: (place: number) => boolean,
): (number | string)[] | undefined {
  const [oldEnd, end] = [old.length - 1, wanted.length - 1]
  if (end === 0) return onlyGap(old, wanted[0] ?? '', first, last, breaks)
  const isFirst = first || oldEnd > 0
  const lastGap = oldEnd > 0 || !first ? reused(old, oldEnd, wanted[end]) : undefined
  const firstGap = isFirst || lastGap === undefined ? reused(old, 0, wanted[0]) : undefined
  if ((first && firstGap === undefined) || (last && lastGap === undefined)) return undefined
  const choice: (number | string | undefined)[] = [firstGap ?? spaces(wanted[0])]
  // Each search starts where the last one stopped, and the first that fails ends it all.
  let place = 1
  for (const gap of wanted.slice(1, end)) {
    const found = old[place] === gap || spaces(gap) === undefined ? old.indexOf(gap, place) : -1
    const isInside = found !== -1 && found < oldEnd
    const chosen = isInside ? found : spaces(gap)
    if (chosen === undefined) return undefined
    choice.push(chosen)
    if (isInside) place = found + 1
  }
  choice.push(lastGap ?? spaces(wanted[end]))
  return choice.every(gap => gap !== undefined) ? choice : undefined
}

/** Where words go and none come, the text stays on its lines. */
function onlyGap(
  old: readonly string[],
  wanted: string,
  first: boolean,
  last: boolean,
  breaks: (place: number) => boolean,
): (number | string)[] | undefined {
  const places = [...old.keys()].filter(place => old[place] === wanted)
  if (first || last) {
    const place = first ? 0 : old.length - 1
    return places.includes(place) ? [place] : undefined
  }
  const choice = places.find(breaks) ?? places[0] ?? spaces(wanted)
  return choice === undefined ? undefined : [choice]
}

function reused(old: readonly string[], place: number, wanted: string | undefined): number | undefined {
  return old[place] === wanted ? place : undefined
}

function spaces(gap: string | undefined): string | undefined {
  return gap !== undefined && /^ +$/.test(gap) ? gap : undefined
}
