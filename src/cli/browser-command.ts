/**
 * The program that opens an address in the user's browser: `$BROWSER`, else the system's own.
 * @param url an http or https address
 */
export function browserCommand(
  url: string,
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
): [command: string, args: string[]] {
  if (env.BROWSER) return [env.BROWSER, [url]]
  switch (platform) {
    case 'darwin':
      return ['open', [url]]
    case 'win32':
      return ['rundll32', ['url.dll,FileProtocolHandler', url]]
    default:
      return ['xdg-open', [url]]
  }
}
