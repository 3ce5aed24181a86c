/**
 * Ends this process, as SIGTERM would, when the process that started it is gone: `npm start` killed
 * must not leave the bot and the sandbox behind. Does nothing when started alone.
 */
export function stopWithParent(patience = 10_000): void {
  if (!process.connected) return
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), patience).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  // Watching for the parent must not keep alive a process that has finished its work.
  process.channel?.unref()
}
