import type { Fix, Place } from '../../model/finding.ts'
import { jsonText } from '../../model/json-text.ts'
import type { ReportContext, ReportedFinding, Reporter } from '../report.ts'
import { exactRegion, lineRegion, type SarifRegion } from './sarif-region.ts'
import { SARIF_LEVELS, sarifRule } from './sarif-rule.ts'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
const HOME = 'https://www.npmjs.com/package/source-cards'
const ROOT = '%SRCROOT%'

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), as GitHub's code scanning and editors
 * read it. All rules are described, whether anything is found or not, one line each, like the results.
 */
export const sarif: Reporter = {
  name: 'sarif',
  summary: 'SARIF 2.1.0, for code scanning and editors',
  listsRules: true,
  *report(report, context) {
    const driver = {
      name: 'source-cards',
      semanticVersion: context.version,
      informationUri: HOME,
      rules: report.rules.map(sarifRule),
    }
    const base = { [ROOT]: { description: { text: 'The top of the repository.' } } }
    yield `{"$schema":${jsonText(SCHEMA)},"version":"2.1.0","runs":[{\n`
    yield `"tool":${jsonText({ driver })},\n`
    yield `"columnKind":"utf16CodeUnits","originalUriBaseIds":${jsonText(base)},\n"results":[`
    const indices = new Map(report.rules.map((rule, index) => [rule.id, index]))
    let separator = '\n'
    for (const finding of report.findings) {
      yield separator + jsonText(result(finding, indices.get(finding.rule), context))
      separator = ',\n'
    }
    yield ']}]}\n'
  },
}

function result(finding: ReportedFinding, ruleIndex: number | undefined, context: ReportContext): object {
  const { rule, severity, message, help, file, range, related, fix, fingerprint } = finding
  const region = lineRegion(range, context.sourceOf(file))
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: SARIF_LEVELS[severity],
    message: { text: withoutLinks(`${message} ${help}`) },
    locations: [{ physicalLocation: physicalLocation(file, region, context) }],
    ...(related === undefined || related.length === 0
      ? {}
      : { relatedLocations: related.map((place, index) => relatedLocation(place, index, context)) }),
    // A key of our own: GitHub's upload adds the one that it goes by, and others must not take ours for theirs.
    partialFingerprints: { 'sourceCardsFinding/v1': fingerprint },
    ...(fix === undefined || !isReplacement(fix) ? {} : { fixes: [fixOf(fix, file, context)] }),
  }
}

/** In a message, `[text](1)` and `[text](https://…)` are links (§3.11.6), which a card may not make. */
function withoutLinks(text: string): string {
  return text.replaceAll('](', '\\](')
}

function relatedLocation({ file, range }: Place, index: number, context: ReportContext): object {
  return {
    id: index + 1,
    physicalLocation: physicalLocation(file, lineRegion(range, context.sourceOf(file)), context),
  }
}

function physicalLocation(file: string, region: SarifRegion, context: ReportContext): object {
  return { artifactLocation: artifactLocation(file, context), region }
}

/** A file outside of the repository has an absolute path. */
function artifactLocation(file: string, context: ReportContext): object {
  const path = context.repositoryPathOf(file)
  if (path.startsWith('/')) return { uri: `file://${encodedPath(path)}` }
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${encodedPath(path)}` }
  return { uri: encodedPath(path), uriBaseId: ROOT }
}

function encodedPath(path: string): string {
  // A lone surrogate would make encodeURIComponent throw.
  return path
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}

/** Whether edits of the text say all that the fix does. */
function isReplacement({ edits, removesByteOrderMark }: Fix): boolean {
  return edits.length > 0 && removesByteOrderMark !== true
}

function fixOf({ title, edits }: Fix, file: string, context: ReportContext): object {
  const replacements = edits.map(({ range, text }) => ({
    deletedRegion: exactRegion(range),
    insertedContent: { text },
  }))
  return {
    description: { text: withoutLinks(title) },
    artifactChanges: [{ artifactLocation: artifactLocation(file, context), replacements }],
  }
}
