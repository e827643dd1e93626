import type { Pointer } from './place.ts'

/** The values left out of what a file says, because they are wrong: stage after stage, each of what was left. */
export type Omissions = readonly (readonly Pointer[])[]

/**
 * Where in its file a value stands that stands at a pointer once the wrong ones are out: items of a list move up
 * when those before them go.
 */
export function pointerInFile(pointer: Pointer, omissions: Omissions): Pointer {
  return omissions.reduceRight(undoStage, pointer)
}

function undoStage(pointer: Pointer, omitted: readonly Pointer[]): Pointer {
  const found: (string | number)[] = []
  for (const step of pointer)
    found.push(typeof step === 'number' ? before(step, siblings(found, omitted)) : step)
  return found
}

/** The places, in the list at a pointer, of the items left out, in order and each once. */
function siblings(list: Pointer, omitted: readonly Pointer[]): number[] {
  const places = omitted.filter(
    pointer => pointer.length === list.length + 1 && list.every((step, i) => step === pointer[i]),
  )
  return [...new Set(places.map(pointer => Number(pointer.at(-1))))].sort((a, b) => a - b)
}

function before(step: number, gone: readonly number[]): number {
  return gone.reduce((place, index) => (index <= place ? place + 1 : place), step)
}
