import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LibraryFiles } from '../../src/load/library-files.ts'
import { openLibrary } from '../../src/load/open-library.ts'
import { cardText, directoryWith } from '../support/library.ts'
import { MemoryCache } from '../support/memory-cache.ts'

const IDS = Array.from({ length: 210 }, (_, i) => `Card${String(i).padStart(5, '0')}x`)
const LATER = Date.UTC(2099, 0, 1)

function library(): string {
  return directoryWith(Object.fromEntries(IDS.map(id => [`cards/${id}.yaml`, cardText(id)])))
}

/** Opens a library, and counts the files of cards that are read. */
async function opened(root: string, cache: MemoryCache, version = '1') {
  const keeping = { version, now: () => LATER, cacheFor: () => cache }
  const library = await openLibrary({ cwd: root }, keeping)
  const read: string[] = []
  const { bytesOf } = LibraryFiles.prototype
  LibraryFiles.prototype.bytesOf = function (this: LibraryFiles, path: string) {
    read.push(path)
    return bytesOf.call(this, path)
  }
  return { library, read, restore: () => (LibraryFiles.prototype.bytesOf = bytesOf) }
}

async function found(root: string, cache: MemoryCache, reference: string, version?: string) {
  const { library, read, restore } = await opened(root, cache, version)
  try {
    const lookup = await library.find(reference)
    const id = lookup.kind === 'found' ? lookup.card.id : lookup.kind
    await library.keep()
    return { id, read: read.length }
  } finally {
    restore()
  }
}

describe('finding a card by what is kept of the keys', () => {
  const url = `https://example.org/${IDS[7]}`

  it('reads all files the first time, then the one that it finds', async () => {
    const [root, cache] = [library(), new MemoryCache()]
    expect(await found(root, cache, url)).toEqual({ id: IDS[7], read: 210 })
    expect(await found(root, cache, url)).toEqual({ id: IDS[7], read: 1 })
    expect(await found(root, cache, 'card00007')).toEqual({ id: IDS[7], read: 210 })
  })

  it('reads what has changed besides, and finds what it says now', async () => {
    const [root, cache] = [library(), new MemoryCache()]
    await found(root, cache, url)
    const path = join(root, 'cards', `${IDS[9]}.yaml`)
    appendFileSync(path, 'also_at:\n  - https://elsewhere.org/9\n')
    expect(await found(root, cache, 'https://elsewhere.org/9')).toEqual({ id: IDS[9], read: 1 })
    writeFileSync(
      join(root, 'cards', `${IDS[7]}.yaml`),
      cardText(IDS[7] ?? '').replace(url, 'https://other.org/'),
    )
    writeFileSync(path, readFileSync(path, 'utf8').replace(/url: .*/, `url: ${url}`))
    expect(await found(root, cache, url)).toEqual({ id: IDS[9], read: 2 })
  })

  it('finds no card that is gone, and asks all when two may be meant', async () => {
    const [root, cache] = [library(), new MemoryCache()]
    await found(root, cache, url)
    rmSync(join(root, 'cards', `${IDS[7]}.yaml`))
    expect((await found(root, cache, url)).id).toBe('unknown')
    writeFileSync(join(root, 'cards/new.yaml'), cardText('New00000xx').replace(/url: .*/, `url: ${url}`))
    expect(await found(root, cache, url)).toEqual({ id: 'New00000xx', read: 1 })
    writeFileSync(join(root, 'cards/newer.yaml'), cardText('Newer000xx').replace(/url: .*/, `url: ${url}`))
    expect((await found(root, cache, url)).id).toBe('ambiguous')
  })

  it('takes nothing from another version of the program', async () => {
    const [root, cache] = [library(), new MemoryCache()]
    await found(root, cache, url, '1')
    expect((await found(root, cache, url, '2')).read).toBe(210)
  })
})

describe('reading all cards by what is kept of them', () => {
  it('reads no file that is as it was, and every one that is not', async () => {
    const [root, cache] = [library(), new MemoryCache()]
    const load = async () => {
      const { library, read, restore } = await opened(root, cache)
      try {
        const cards = [...(await library.cardsWith(new Set(['title'])))]
        const findings = await library.findings()
        await library.keep()
        return {
          titles: cards.map(({ fields }) => fields.title).sort(),
          findings: findings.length,
          read: read.length,
        }
      } finally {
        restore()
      }
    }
    const first = await load()
    expect(first).toMatchObject({ findings: 0, read: 210 })
    expect(await load()).toEqual({ ...first, read: 0 })
    appendFileSync(join(root, 'cards', `${IDS[3]}.yaml`), 'label: Three\n')
    expect(await load()).toEqual({ ...first, read: 1 })
    writeFileSync(join(root, 'cards', `${IDS[4]}.yaml`), 'id: [\n')
    expect(await load()).toMatchObject({ findings: 1, read: 2 })
  })
})
