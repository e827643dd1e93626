import { expect, it } from 'vitest'
import { isPrivateAddress, isPrivateHost } from '../../src/fetch/private-address.ts'

it.each([
  ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.9.9.9', '169.254.169.254', '172.16.0.1'],
  ...['172.31.255.255', '192.168.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
  ...['::', '::1', 'fc00::1', 'fdff::1', 'fe80::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:7f00:1'],
  ...['::ffff:a9fe:a9fe', '64:ff9b::7f00:1', '64:ff9b::10.0.0.1', '64:ff9b:1::7f00:1'],
  ...['::127.0.0.1', '::7f00:1', '2002:7f00:1::', 'fec0::1', '::ffff:0:7f00:1', 'fe80::1%eth0'],
])('%s is of no public network', address => {
  expect(isPrivateAddress(address)).toBe(true)
})

it.each([
  '8.8.8.8',
  '172.32.0.1',
  '193.168.0.1',
  '100.128.0.1',
  '2606:4700::1111',
  '::ffff:808:808',
  '2002:808:808::',
  '2001:db9::7f00:1',
])('%s is a public address', address => {
  expect(isPrivateAddress(address)).toBe(false)
})

it.each([
  ...['localhost', 'LOCALHOST.', 'app.localhost', 'printer.local', 'metadata.google.internal', '[::1]'],
  ...['127.0.0.1', '[fd00::1]', '[::127.0.0.1]', 'intranet', 'nas.lan', 'wiki.corp'],
])('the host %s is private', async host => {
  expect(await isPrivateHost(host)).toBe(true)
})

it.each(['8.8.8.8', 'no-such-host.invalid', 'notlocalhost.invalid'])('the host %s is not', async host => {
  expect(await isPrivateHost(host)).toBe(false)
})

it('sees through the other forms of an IPv4 address that URLs may have', async () => {
  for (const host of ['2130706433', '0x7f.1', '0177.0.0.1'])
    expect([host, await isPrivateHost(new URL(`http://${host}/`).hostname)]).toEqual([host, true])
})
