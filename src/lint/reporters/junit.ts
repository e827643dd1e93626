import { groupBy } from '../../model/group-by.ts'
import type { Report, ReportContext, ReportedFinding, Reporter } from '../report.ts'
import { countsOf } from './counts.ts'
import { xmlText } from './xml-text.ts'

/**
 * JUnit's XML, as Jenkins (junit-10.xsd of its xUnit plugin) and GitLab read it: each file is a suite, each finding a
 * case of it; a file without findings has one case, which passes.
 *
 * Only an error is a `failure`, as only errors make `cards lint` fail: Jenkins would call the build unstable for a
 * warning, and GitLab show a failed test in a job that passed. A warning is a case that passes, with its text as output.
 * Cases are named by rule and pointer, not by line, so that they stay the same from build to build.
 */
export const junit: Reporter = {
  name: 'junit',
  summary: 'JUnit XML, which Jenkins, GitLab and others show as tests',
  *report(report, context) {
    const { errors } = countsOf(report)
    const findings = groupBy(report.findings, ({ file }) => file)
    const files = [...new Set([...report.files, ...findings.keys()])]
    const tests = files.reduce((sum, file) => sum + Math.max(1, findings.get(file)?.length ?? 0), 0)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield `<testsuites name="cards lint" tests="${tests}" failures="${errors}" errors="0">\n`
    for (const file of files) yield suite(file, findings.get(file) ?? [], context)
    yield '</testsuites>\n'
  },
}

function suite(file: string, findings: Report['findings'], context: ReportContext): string {
  const path = xmlText(context.repositoryPathOf(file))
  // Jenkins takes what is before the last dot for a package.
  const classname = path.replace(/\.ya?ml$/, '')
  const failures = findings.filter(({ severity }) => severity === 'error').length
  const cases =
    findings.length === 0
      ? [`    <testcase name="no problems" classname="${classname}"/>\n`]
      : namesOf(findings).map((name, i) => testcase(name, classname, findings[i], context))
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="0"`
  return `  <testsuite name="${path}" ${counts}>\n${cases.join('')}  </testsuite>\n`
}

/** A name for each finding of a file, no two alike. */
function namesOf(findings: Report['findings']): string[] {
  const seen = new Map<string, number>()
  return findings.map(({ rule, pointer }) => {
    const name = pointer === '' ? rule : `${rule} ${pointer}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

function testcase(
  name: string,
  classname: string,
  finding: ReportedFinding | undefined,
  context: ReportContext,
): string {
  if (finding === undefined) return ''
  const { severity, message, help, rule, file, range } = finding
  const place = `${context.repositoryPathOf(file)}:${range.start.line}:${range.start.column}`
  const text = xmlText(`${place}: ${severity}: ${message} ${help} [${rule}]`)
  const outcome =
    severity === 'error'
      ? `<failure message="${xmlText(message)}" type="${xmlText(rule)}">${text}</failure>`
      : `<system-out>${text}</system-out>`
  return `    <testcase name="${xmlText(name)}" classname="${classname}">${outcome}</testcase>\n`
}
