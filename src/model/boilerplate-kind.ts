import { foldLine } from './fold.ts'

export type BoilerplateKind = 'refusal' | 'wall' | 'error page' | 'placeholder'

/** What a text has to go on with, if anything, for a phrase before to be all that it says. */
const END = '\\s*(?:$|[.!?…|])'

/** What a model answers that was given too little to read, or would not. */
const REFUSALS = [
  /^(?:i apologi[sz]e|(?:my )?apologies|(?:i'm|i am) (?:very )?sorry|sorry)\b.{0,40}\b(?:i (?:can ?not|can't|am unable|am not able|do not have|don't have|could not|couldn't|need)|(?:provided|given|supplied) \w+)/,
  /^(?:unfortunately,? )?i (?:can ?not|can't|could not|couldn't|am unable to|was unable to|am not able to|won't be able to|do not have|don't have)\b.{0,80}\b(?:summar|provided|your request|with that|with this|the (?:text|content|document|source|article|page|website|url|link)|external (?:links|urls|websites)|urls)/,
  /^as an? (?:[a-z-]+ ){0,4}(?:ai|model|assistant|chatbot|llm), (?:i|my)\b/,
  /^(?:i'm|i am) an? (?:ai|large language model|language model|ai assistant)(?: language model| model| assistant| chatbot)?(?:[,.]| and | created | trained | made | developed )/,
  /^without (?:an? |the |access |any |more |sufficient |meaningful |proper |actual )+.{0,80}, i (?:can ?not|can't|am unable)/,
  /^(?:i would need|i'd need|i need|please (?:provide|share|paste|upload)|could you (?:please )?(?:provide|share|paste)) (?:me with )?(?:the|more|a|an) (?:\w+ ){0,4}(?:text|content|document|source|article|paper|url|link)\b/,
  /^(?:unfortunately,? )?the (?:provided|given|supplied) (?:\w+ )?(?:text|content|source|document|excerpt|article|page|webpage|input|material|fragment|snippet|url|link|title) (?:do(?:es)? not|doesn't|don't|contains? (?:no|only|insufficient|little)|lacks?|is (?:not|empty|blank|insufficient|incomplete|too short|only|just a)|(?:appears|seems) to be (?:only |just |merely )?(?:an? |the )?(?:\w+ )?(?:web ?page fragment|fragment|navigation|menu|error|partial|incomplete|cookie|login|landing page|placeholder|404|captcha|blank|empty|broken|html|javascript|css|header|footer))/,
]

/** What a site shows to programs and strangers. */
const WALLS = [
  /^(?:please )?(?:enable|turn on) (?:javascript|js|cookies)\b/,
  /^(?:you need to|you must|to (?:continue|use this (?:site|app|page)|view this page),? (?:please )?)enable javascript/,
  /^javascript (?:is|has been) (?:not available|disabled|turned off|required)(?: in| on| to|[.,!]|$)/,
  /^(?:this|our) (?:site|website|page|app|application) (?:requires|needs|works best with|uses) (?:javascript|cookies)\b/,
  /^(?:please )?(?:verify|verifying|confirm|prove) (?:that )?(?:you are|you're) (?:not a robot|not a bot|a human|human)\b.{0,3}(?:$|by|to|this|before|complet|needs|may)/,
  new RegExp(`^are you (?:a robot|human|a human)${END}`),
  /^checking (?:your browser|if the site connection)/,
  /^just a moment(?:\.\.\.|…|$)/,
  /^attention required!/,
  new RegExp(
    `^access (?:denied|to this (?:page|site) (?:is|has been) denied)(?:${END}|:? you (?:don't|do not)| error)`,
  ),
  /^(?:sorry, )?you (?:have been blocked|don't have permission to access|do not have permission to access|have reached your (?:article|free))/,
  /^(?:our systems have detected unusual traffic|we've detected unusual activity|pardon our interruption|please wait while (?:we|your))/,
  new RegExp(
    `^(?:too many requests|rate limit exceeded|robot check|request blocked|human verification)${END}`,
  ),
  /^(?:we|we and our (?:\d+ )?partners) use cookies (?:and|on (?:this|our)|to (?:improve|enhance|personali[sz]e|ensure|provide|give|make|offer|deliver|understand how you))/,
  new RegExp(
    `^(?:cookie (?:settings|preferences|consent|notice)|your privacy choices|accept all cookies)${END}`,
  ),
  /^by (?:clicking|continuing|using|browsing) .{0,80}\byou (?:agree|consent|accept)\b/,
  /^(?:please |you must )?(?:sign|log) ?in (?:or (?:sign up|register|subscribe)|to (?:continue|read|view|see (?:this|the|more)|your account))/,
  /^(?:subscribe|register|create an? (?:free )?account) to (?:continue|keep|read (?:more|the (?:full|rest)|this))/,
  /^(?:already a subscriber|this (?:content|article) is (?:only )?(?:available|reserved) (?:to|for) (?:\w+ )?(?:subscribers|members))/,
]

const ERROR_PAGES = [
  new RegExp(
    `^(?:(?:http )?error )?(?:40[0134]|410|429|50[0234])(?: error)?(?: -| –|:)?(?: (?:page |file )?not found| forbidden| unauthori[sz]ed| bad (?:request|gateway)| service (?:temporarily )?unavailable| internal server error| gateway time-?out)?${END}`,
  ),
  new RegExp(
    `^(?:page not found|file not found|forbidden|bad gateway|service (?:temporarily )?unavailable|internal server error|this page isn't working)${END}`,
  ),
  /^(?:sorry|oops|whoops|uh oh)[,!.]* (?:we (?:can't|cannot|couldn't|could not) find|(?:the|this|that) page|something went wrong|an error)/,
  /^(?:the|this|that) page (?:you(?:'re| are| were|'ve| have)? (?:looking for|requested|trying)|does not exist|doesn't exist|is not available|isn't available|could not be found|can ?not be found|can't be found|has been (?:moved|removed|deleted))/,
  /^we (?:can't|cannot|couldn't|could not) find (?:the|that) page/,
]

/** What stands where nobody has written anything yet, as the whole of a text. */
const PLACEHOLDERS =
  /^(?:(?:no|missing) (?:summary|abstract|description|content|review)(?: (?:is )?(?:available|provided|found|yet))?|(?:summary|abstract|description|content|review) (?:is )?(?:not|un) ?(?:available|provided|found)|n\/a|none|null|undefined|tbd|todo|to do|to be (?:done|written|added)|placeholder)[.!…]*$|^lorem ipsum dolor/

/**
 * How these phrases begin, all of them, or a text whose beginning has more than printable ASCII and single spaces, so
 * that it has to be folded: nearly all texts begin otherwise.
 */
const OPENING = new RegExp(
  `^[ *_#>]*(?:i\\b|my apolog|apolog|sorry|unfortunately|as an? |without |please |could you |enable |turn on|you |javascript|
  verify|confirm|prove|are you|checking|just a|attention|access|pardon|too many|rate limit|robot|request blocked|human|
  cookie|your privacy|accept all|sign|log|subscribe|register|create|already|http|error|4|5|page not|file not|forbidden|
  bad |service|internal|oops|whoops|uh oh|no |missing|summary|abstract|description|content|review|n/a|none|null|
  undefined|tbd|todo|placeholder|lorem|to (?:continue|use|view|do|be)|by (?:clicking|continuing|using|browsing)|
  we(?:'ve| (?:use|and|can|could))|th(?:e|is|at) (?:provided|given|supplied|page|site|website|app|content|article)|
  our (?:site|website|page|app|systems))|^(?!(?:[!-~]| (?! )){60}|(?:[!-~]| (?! ))*$)`.replace(/\n */g, ''),
  'i',
)

/** Which of a machine's phrases a text starts with, when it is no text about its source; else undefined. */
export function boilerplateKind(text: string): BoilerplateKind | undefined {
  if (!OPENING.test(text)) return undefined
  const start = foldLine(text.slice(0, 400)).replace(/^[ *_#>]+/, '')
  if (REFUSALS.some(phrase => phrase.test(start))) return 'refusal'
  if (WALLS.some(phrase => phrase.test(start))) return 'wall'
  if (ERROR_PAGES.some(phrase => phrase.test(start))) return 'error page'
  return PLACEHOLDERS.test(start) ? 'placeholder' : undefined
}

/** The title of a page that stands in the way of another, as a whole. */
const PAGE_TITLES =
  /^(?:just a moment(?:\.\.\.|…)|attention required! \| cloudflare|(?:404|error 404|page not found|404 page not found|404 not found|404 - not found|403 forbidden|502 bad gateway|503 service (?:temporarily )?unavailable)|robot check|verify you are (?:a )?human|verifying you are (?:a )?human|are you a robot\?|pardon our interruption(?:\.\.\.|…)?|javascript is not available\.?)$/

/** The letters with which they begin, or another sign that may be folded to one. */
const PAGE_OPENING = /^\s*(?:[jae45prv]|[^\x20-\x7e])/i

/** Whether a title is that of a bot wall or an error page. */
export function isPageInTheWay(title: string): boolean {
  return title.length < 100 && PAGE_OPENING.test(title) && PAGE_TITLES.test(foldLine(title))
}
