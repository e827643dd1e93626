/** All that comes, as a list: `Array.fromAsync` is not in Node 20. */
export async function listed<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
