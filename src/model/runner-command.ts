/** What has no weight where GitHub's runner looks for a command, as .NET compares texts; but for white space. */
const UNSEEN = String.raw`\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\p{Default_Ignorable_Code_Point}`

/** That, or white space within a line, with which the runner lets a line start. */
const BEFORE = String.raw`[\t\v\f \x85\p{Zs}${UNSEEN}]*`

let bracket: RegExp | undefined
let colon: RegExp | undefined

/**
 * The first character of `##[command]`, on which GitHub's runner acts anywhere in a line, and of `##vso[command]`,
 * which is the form of Azure Pipelines. Global; made at the first need, as that takes as long as to read a card.
 */
export function bracketCommand(): RegExp {
  bracket ??= new RegExp(`#(?=[${UNSEEN}]*#[${UNSEEN}]*(?:vso)?\\[)`, 'giu')
  return bracket
}

/** The first colon of `::command` at the start of a line. Global. */
function colonCommand(): RegExp {
  colon ??= new RegExp(`^(${BEFORE}):(?=[${UNSEEN}]*:)`, 'gmu')
  return colon
}

/** Lines of text without what a runner takes for a command: `: :command` and `# #[command]` are plain to see. */
export function withoutRunnerCommands(text: string): string {
  return text.replace(colonCommand(), '$1: ').replace(bracketCommand(), '# ')
}

/** Whether output goes to a runner of GitHub Actions, which acts on lines of it. */
export function isInActions(env: Readonly<Record<string, string | undefined>>): boolean {
  return env.GITHUB_ACTIONS === 'true'
}
