import type { Overlay } from '../load/library-files.ts'
import { listedLibrary } from '../load/listed-library.ts'
import type { Settings } from '../load/settings.ts'
import { type UncheckedLibrary, uncheckedLibrary } from '../load/unchecked-library.ts'
import { compareText } from '../model/order.ts'

/**
 * Some cards of a library as a library of their own, with its registries: no other card need be read.
 * @param texts what their files hold, by path
 */
export async function partOfLibrary(settings: Settings, texts: Overlay): Promise<UncheckedLibrary> {
  const files = {
    paths: [...texts.keys()].sort(compareText),
    findings: [],
    bytesOf: (path: string) => texts.get(path) ?? new Uint8Array(),
  }
  const { registries, ...part } = await uncheckedLibrary(listedLibrary(settings, files))
  return {
    ...part,
    // What is left out of them, and what is wrong with them, is no matter of the cards.
    registries: registries.map(registry => ({ ...registry, omissions: [] })),
    registryFindings: [],
  }
}
