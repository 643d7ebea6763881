let found: boolean | null = null;

/** Whether this browser can draw the map at all. Asked once: every probe costs one of the few contexts. */
export function hasWebGl(): boolean {
  if (found === null) {
    const context = document.createElement('canvas').getContext('webgl2');
    found = context !== null;
    context?.getExtension('WEBGL_lose_context')?.loseContext();
  }
  return found;
}
