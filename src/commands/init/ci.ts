import { lineText } from '../../edit/scalar-text.ts'

/** Where GitHub looks for it, from the top of the repository. */
export const GITHUB_WORKFLOW = '.github/workflows/cards.yml'

/** Where checks run. */
export type CiService = 'github' | 'gitlab'

/** A file by which a CI service checks the cards. */
export interface CiFile {
  /** Relative to the top of the repository. */
  readonly path: string
  readonly content: string
}

/**
 * What has a CI service lint the cards of a change.
 * @param folder of the config, relative to the top of the repository, with forward slashes; '' for the top itself
 * @param version of this program, by whose rules CI is to go, too
 */
export function ciFile(service: CiService, folder: string, version: string): CiFile {
  const lint = `npx --yes source-cards@${version.replace(/^(\d+\.\d+)\..*/, '$1')} lint`
  return service === 'github'
    ? { path: GITHUB_WORKFLOW, content: githubWorkflow(lint, folder) }
    : { path: '.gitlab-ci.yml', content: gitlabJob(lint, folder) }
}

/** On GitHub's runners, lint annotates the lines of the pull request by itself. */
function githubWorkflow(lint: string, folder: string): string {
  const where = folder === '' ? '' : `\n        working-directory: ${lineText(folder)}`
  return `# Checks the source cards; what is wrong is shown in the lines of the pull request.
name: Source cards
on:
  pull_request:
  push:
    branches: [main, master]
permissions:
  contents: read
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: ${lint}${where}
`
}

function gitlabJob(lint: string, folder: string): string {
  const report = 'gl-code-quality-report.json'
  const enter = folder === '' ? '' : `    - ${lineText(`cd '${folder.replaceAll("'", "'\\''")}'`)}\n`
  return `# Checks the source cards; what is wrong is shown in the merge request.
cards:
  image: node:22
  script:
${enter}    - ${lint} --format gitlab="$CI_PROJECT_DIR/${report}"
  artifacts:
    when: always
    reports:
      codequality: ${report}
`
}
