/** A directed graph: the arcs of node `i` are `offsets[i]` to `offsets[i + 1] − 1`, and lead to `heads[k]`. */
export interface Digraph {
  readonly offsets: Int32Array
  readonly heads: Int32Array
}

/**
 * The strongly connected component of each node: two nodes have the same number if each is reached from the other.
 *
 * One search in depth that does not call itself. Time O(nodes + arcs), space O(nodes).
 *
 * Source: Tarjan, *Depth-first search and linear graph algorithms*, SIAM J. Comput. 1 (1972).
 */
export const componentsOf = ({ offsets, heads }: Digraph): Int32Array => {
  const nodes = offsets.length - 1
  const visit = new Int32Array(nodes) // when a node was met, from 1
  const lowest = new Int32Array(nodes) // of the visits known to be in its component
  const component = new Int32Array(nodes).fill(-1)
  const place = offsets.slice(0, nodes)
  const path = new Int32Array(nodes)
  const incomplete = new Int32Array(nodes)
  let [visits, depth, waiting] = [0, 0, 0]

  const enter = (node: number): void => {
    visit[node] = lowest[node] = ++visits
    path[depth++] = node
    incomplete[waiting++] = node
  }
  const lower = (node: number, to: number): void => {
    if (to < (lowest[node] as number)) lowest[node] = to
  }
  for (let start = 0; start < nodes; start++) {
    if (visit[start] === 0) enter(start)
    while (depth > 0) {
      const node = path[depth - 1] as number
      const k = place[node] as number
      if (k < (offsets[node + 1] as number)) {
        place[node] = k + 1
        const head = heads[k] as number
        if (visit[head] === 0) enter(head)
        else if (component[head] === -1) lower(node, visit[head] as number)
        continue
      }
      depth -= 1
      if (depth > 0) lower(path[depth - 1] as number, lowest[node] as number)
      if (lowest[node] !== visit[node]) continue
      for (let member = -1; member !== node; ) {
        member = incomplete[--waiting] as number
        component[member] = node
      }
    }
  }
  return component
}
