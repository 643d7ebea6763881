import { join } from 'node:path';
import express, { Router } from 'express';

/** The built client: hashed files for ever, the page itself afresh; every address of `page` that is no file gets the page. */
export function pages(folder: string, page = '/{*page}'): Router {
  const router = Router();
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false, fallthrough: false }),
  );
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.get(page, (_req, res) => {
    res.set('Cache-Control', 'no-cache').sendFile(join(folder, 'index.html'));
  });
  return router;
}
