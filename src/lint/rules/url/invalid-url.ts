import { urlParts } from '../../../model/url-parts.ts'
import { writtenHost } from './written-host.ts'

/** What is wrong with an absolute http(s) URL, and what to do about it. */
export interface UrlFault {
  /** Goes on after the URL. */
  readonly message: string
  readonly help: string
}

/** Why no browser would get to a URL, or a reader should not; undefined when all is well. */
export function urlFault(text: string): UrlFault | undefined {
  const host = writtenHost(text)
  if (/^https?$/i.test(host) || /^\s*https?:\/\/https?:/i.test(text))
    return { message: 'has its scheme twice', help: 'Remove the first `https://`.' }
  const url = urlParts(text)
  if (!url) return unparsable(text, host)
  if (url.username !== '' || url.password !== '')
    return {
      message: 'holds a user name or a password',
      help: `Write it without what stands before \`@${host}\`; if it was a real password, change it.`,
    }
  return hostFault(url.hostname, host)
}

function unparsable(text: string, host: string): UrlFault {
  const port = /^\s*https?:\/\/[^/?#]*:([^/?#:\]]*)(?:[/?#]|$)/i.exec(text)?.[1]
  return port !== undefined && !(/^\d*$/.test(port) && Number(port) < 65536)
    ? {
        message: `has \`${port}\` where a port would stand`,
        help: 'A colon behind the host needs a number up to 65535; perhaps it should be a slash.',
      }
    : { message: `has no host that could exist in \`${host}\``, help: 'Copy the URL again from the browser.' }
}

/** @param written the host as it is in the file, for messages */
function hostFault(hostname: string, written: string): UrlFault | undefined {
  if (/^\[.*\]$|^\d+\.\d+\.\d+\.\d+$/.test(hostname)) return undefined
  const labels = hostname.replace(/\.$/, '').split('.')
  if (labels.length === 1)
    return {
      message: `has no dot in its host \`${written}\``,
      help: 'Write the whole host, such as `www.nature.com`.',
    }
  const isSound =
    labels.every(label => /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/.test(label) && label.length < 64) &&
    /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(labels.at(-1) ?? '')
  return isSound
    ? undefined
    : {
        message: `has no host that could exist in \`${written}\``,
        help: 'Copy the URL again from the browser.',
      }
}
