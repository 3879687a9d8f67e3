// A TLS server on this machine that stands in for every site: the browser is told that all names live here.
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './self-signed';

/** What a site answers; `csp` becomes its Content-Security-Policy. A `file` is handed out as it is, in place of the page. */
export type SiteAnswer = { readonly html: string; readonly csp?: string; readonly file?: Buffer };

export type LocalSites = {
  readonly port: number;
  /** Every request that arrived, as an address. A name that no page of ours uses is somebody else's. */
  readonly hits: readonly string[];
  /** Browser arguments that send every name here, and accept the certificate. */
  readonly args: readonly string[];
  close(): Promise<void>;
};

/** Starts the server on a free port of 127.0.0.1. `answer` returns null for what no page stands at: a 404. */
export async function startLocalSites(answer: (url: URL) => SiteAnswer | null): Promise<LocalSites> {
  const hits: string[] = [];
  const server = createServer(selfSigned('Porchlight practice tour'), (request, response) => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host ?? 'unknown'}`);
    hits.push(url.href);
    const found = answer(url);
    response.writeHead(found ? 200 : 404, {
      'content-type': found?.file ? 'application/octet-stream' : 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...(found?.csp ? { 'content-security-policy': found.csp } : {}),
    });
    response.end(found?.file ?? found?.html ?? '');
  });
  // Connections that the browser opens ahead and drops, or that speak no TLS, ask for nothing here.
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    hits,
    args: [`--host-resolver-rules=MAP * 127.0.0.1:${port}`, '--ignore-certificate-errors'],
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
