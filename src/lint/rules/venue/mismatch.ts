import { brief } from '../../../model/brief.ts'
import type { Venue } from '../../../model/card.ts'
import { domainParts, hostsAround } from '../../../model/host.ts'
import { arxivKey, doiIn, forumPostIn } from '../../../model/identifier.ts'
import { cardRule } from '../../rule.ts'

/** Kinds of venues that hold what appeared elsewhere: preprints, copies, posts of whoever likes to. */
const HOSTS_OTHERS =
  /^(?:preprint_server|repository|archive|aggregator|publisher|academic.*|code.*|.*(?:platform|hosting|search|library|host|media))$/

/** Hosts of many journals, and of copies of papers that appeared in any. */
const PLATFORMS = new Set(
  `springer.com springernature.com sciencedirect.com wiley.com tandfonline.com sagepub.com jstor.org cambridge.org
  oup.com ieee.org acm.org mdpi.com frontiersin.org plos.org nih.gov europepmc.org researchgate.net academia.edu
  ssrn.com semanticscholar.org scholar.google.com openreview.net hal.science zenodo.org osf.io muse.jhu.edu emerald.com
  degruyter.com elsevier.com iopscience.iop.org aps.org acs.org royalsocietypublishing.org projecteuclid.org
  biomedcentral.com mlr.press aaai.org aclanthology.org dblp.org core.ac.uk proquest.com ebsco.com`.split(
    /\s+/,
  ),
)

export const mismatch = cardRule({
  id: 'venue/mismatch',
  severity: 'warning',
  summary: 'a card that names one venue and whose URL belongs to another',
  why: 'The card has the rating of the venue that it names. If the source is on another site, one of the two is wrong, and with it perhaps the rating.',
  examples: {
    bad: [
      {
        files: {
          'venues.yaml':
            '- id: rand\n  name: RAND\n  domains:\n    - rand.org\n- id: cset\n  name: CSET\n  domains:\n    - cset.georgetown.edu\n',
          'aaaaaaaaa1.yaml': 'url: https://www.rand.org/pubs/research_reports/RRA2977-2.html\nvenue: cset\n',
        },
      },
    ],
    good: [
      {
        files: {
          'venues.yaml':
            '- id: arxiv\n  name: arXiv\n  domains:\n    - arxiv.org\n  type: preprint_server\n- id: neurips\n  name: NeurIPS\n  domains:\n    - proceedings.neurips.cc\n',
          'aaaaaaaaa1.yaml': 'url: https://arxiv.org/abs/1706.03762\narxiv: "1706.03762"\nvenue: neurips\n',
        },
      },
    ],
  },
  check({ fields: { url, also_at = [], venue: id } }, { venues }) {
    if (url === undefined || id === undefined) return []
    const named = venues.get(id)
    const found = named?.domains && venues.matching(url)
    if (!named || !found || found.id === named.id || isShared(url, found, named)) return []
    if (areRelated(named, found) || also_at.some(other => venues.matching(other)?.id === id)) return []
    return [
      {
        message: `The card names the venue ${brief(named.name)}, but its URL belongs to ${brief(found.name)}.`,
        help: `Name \`${brief(found.id)}\`, or give the URL at ${brief(named.name)}.`,
        pointer: ['venue'],
        restsOn: [['url']],
      },
    ]
  },
})

/** Whether a URL says nothing about where the source appeared. */
function isShared(url: string, found: Venue, named: Venue): boolean {
  const hasHomeElsewhere = arxivKey(url) ?? doiIn(url) ?? forumPostIn(url)
  if (hasHomeElsewhere !== undefined) return true
  return HOSTS_OTHERS.test(found.type ?? '') && !areRivals(found, named)
}

/** Whether two venues are journals, neither of which has papers of the other on its site. */
function areRivals(found: Venue, named: Venue): boolean {
  const isJournal = ({ type = '' }: Venue) => /(?:^|_)journal$/.test(type)
  const isPlatform = hostsOf(found).some(host => [...hostsAround(host)].some(around => PLATFORMS.has(around)))
  return isJournal(found) && isJournal(named) && !isPlatform
}

/** Whether one venue has its site within that of the other, as an institute has within a university's. */
function areRelated(a: Venue, b: Venue): boolean {
  return isWithin(a, b) || isWithin(b, a)
}

function isWithin(inner: Venue, outer: Venue): boolean {
  const sites = new Set(hostsOf(outer))
  return hostsOf(inner).some(host => [...hostsAround(host)].some(around => sites.has(around)))
}

function hostsOf({ domains = [] }: Venue): string[] {
  return domains.map(domain => domainParts(domain).host)
}
