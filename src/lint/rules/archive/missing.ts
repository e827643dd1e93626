import { arxivKey, doiIn } from '../../../model/identifier.ts'
import { cardRule } from '../../rule.ts'

export const missing = cardRule({
  id: 'archive/missing',
  severity: 'off',
  summary: 'a cited web page without DOI, arXiv number or archived copy',
  why: 'Pages change and vanish. What a text cites can then only be checked where a copy was kept.',
  examples: {
    bad: ['cited_by:\n  - reward-hacking\n'],
    good: [
      'cited_by:\n  - reward-hacking\narchive_url: https://web.archive.org/web/20260301000000/https://www.rfc-editor.org/\n',
      'url: https://arxiv.org/abs/1706.03762\narxiv: "1706.03762"\ncited_by:\n  - transformers\n',
      'tags:\n  - interpretability\n',
    ],
  },
  *check({ fields }) {
    const { url, cited_by = [], also_at = [] } = fields
    if (url === undefined || cited_by.length === 0) return
    const { doi, arxiv, isbn, archive_url } = fields
    if ([doi, arxiv, isbn, archive_url].some(value => value !== undefined)) return
    if ([url, ...also_at].some(isPermanent)) return
    yield {
      message: `${cited_by.length === 1 ? 'A page cites' : `${cited_by.length} pages cite`} this source, and no copy of it is kept anywhere.`,
      help: 'Save the page at https://web.archive.org/save and give the copy as `archive_url`.',
      pointer: ['url'],
    }
  },
})

/** Whether a URL belongs to an archive, or names a source that archives keep. */
function isPermanent(url: string): boolean {
  return (
    arxivKey(url) !== undefined ||
    doiIn(url) !== undefined ||
    /^https?:\/\/(?:web\.archive\.org|archive\.(?:org|ph|is|today)|perma\.cc)\//i.test(url)
  )
}
