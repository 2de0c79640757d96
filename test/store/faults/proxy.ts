import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A TCP proxy on loopback whose connections can be cut. */
export interface Proxy {
  readonly port: number
  /** Cuts all connections that there are, wherever they are in a conversation. */
  readonly cut: () => number
  readonly close: () => Promise<void>
}

export const proxyTo = (host: string, port: number): Promise<Proxy> =>
  new Promise(resolve => {
    const open = new Set<Socket>()
    const server = createServer(client => {
      const remote = connect(port, host)
      for (const socket of [client, remote]) {
        open.add(socket)
        socket.on('error', () => undefined)
        socket.on('close', () => {
          open.delete(socket)
          client.destroy()
          remote.destroy()
        })
      }
      client.pipe(remote)
      remote.pipe(client)
    })
    const cut = (): number => {
      const count = open.size / 2
      for (const socket of open) socket.destroy()
      return count
    }
    server.listen(0, '127.0.0.1', () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        cut,
        close: () =>
          new Promise(done => {
            cut()
            server.close(() => {
              done()
            })
          }),
      })
    })
  })
