import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

/** Addresses of this machine and of networks that are not the internet (RFC 6890). */
const PRIVATE = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv6')

/**
 * Whether a host of a URL is on this machine or in its network: by its name, or by any address that the DNS has for
 * it. One that is not found is not.
 */
export async function isPrivateHost(host: string): Promise<boolean> {
  const bare = host.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (isIP(bare) !== 0) return isPrivateAddress(bare)
  // A name without a dot is one of this network.
  if (!bare.includes('.') || /\.(?:localhost|local|lan|internal|intranet|home|corp|home\.arpa)$/i.test(bare))
    return true
  try {
    return (await lookup(bare, { all: true })).some(({ address }) => isPrivateAddress(address))
  } catch {
    return false
  }
}

/** Whether an IP address is one of this machine or of a network that is not the internet. */
export function isPrivateAddress(address: string): boolean {
  if (isIP(address) !== 6) return PRIVATE.check(address, 'ipv4')
  if (PRIVATE.check(address, 'ipv6')) return true
  const inner = embeddedIpv4(address)
  return inner !== undefined && PRIVATE.check(inner, 'ipv4')
}

/**
 * The IPv4 address in an IPv6 one, to which it leads: mapped (`::ffff:7f00:1`), translated (`::ffff:0:7f00:1`),
 * compatible (`::7f00:1`), behind the NAT64 prefix (`64:ff9b::`), or of 6to4 (`2002:7f00:1::`).
 */
function embeddedIpv4(address: string): string | undefined {
  const groups = groupsOf(address)
  const start = groups
    .slice(0, 6)
    .map(group => group.toString(16))
    .join(':')
  if (groups[0] === 0x2002) return dotted(groups.slice(1, 3))
  return PREFIXES.has(start) ? dotted(groups.slice(6)) : undefined
}

/** What stands before an IPv4 address. */
const PREFIXES: ReadonlySet<string> = new Set([
  '0:0:0:0:0:0',
  '0:0:0:0:0:ffff',
  '0:0:0:0:ffff:0',
  '64:ff9b:0:0:0:0',
])

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  // A URL has it without dots.
  const plain = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1)
  const [before = [], after] = plain.split('::').map(half => half.split(':').filter(group => group !== ''))
  const zeros = after === undefined ? [] : Array(8 - before.length - after.length).fill('0')
  return [...before, ...zeros, ...(after ?? [])].map(group => Number.parseInt(group, 16))
}

function dotted([high = 0, low = 0]: readonly number[]): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
