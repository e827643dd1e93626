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
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv6')

/**
 * Whether a host of a URL is on this machine or in its network: by its name, or by any address that the DNS has for
 * it. One that is not found is not.
 */
export async function isPrivateHost(host: string): Promise<boolean> {
  const bare = host.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (/(?:^|\.)(?:localhost|local|internal|home\.arpa)$/i.test(bare)) return true
  if (isIP(bare) !== 0) return isPrivateAddress(bare)
  try {
    return (await lookup(bare, { all: true })).some(({ address }) => isPrivateAddress(address))
  } catch {
    return false
  }
}

/** Whether an IP address is one of this machine or of a network that is not the internet. */
export function isPrivateAddress(address: string): boolean {
  const mapped = embeddedIpv4(address)
  if (mapped !== undefined) return PRIVATE.check(mapped, 'ipv4')
  return PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** The IPv4 address in an IPv6 one: mapped (`::ffff:7f00:1`), or behind the NAT64 prefix (`64:ff9b::`). */
function embeddedIpv4(address: string): string | undefined {
  const [, dotted] = /^(?:::ffff:|64:ff9b::)(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? []
  if (dotted !== undefined) return dotted
  const [, high, low] = /^(?:::ffff:|64:ff9b::)([\da-f]{1,4}):([\da-f]{1,4})$/i.exec(address) ?? []
  if (high === undefined || low === undefined) return undefined
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return [a >> 8, a & 255, b >> 8, b & 255].join('.')
}
