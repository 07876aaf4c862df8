// Loaded into Azurite's process before Azurite itself. Azurite holds its tables in memory and saves them when it
// stops, so it must be told to stop, and must not outlive the host and keep the data folder's files open.

const patience = 8000;

// Standard input is a pipe from the host. It ends when the host closes it, and also when the host crashes or is killed.
function stop() {
  if (process.listenerCount('SIGTERM') === 0) {
    process.exit(); // Azurite is not up yet: there is nothing to save.
  }
  process.emit('SIGTERM');
  setTimeout(() => process.exit(), patience).unref();
}
process.stdin.once('end', stop).once('error', stop).resume();

// Ctrl+C reaches every process on the terminal; the host still needs the storage while it finishes its work.
const once = process.once;
process.once = function (event, listener) {
  return event === 'SIGINT' ? this : once.call(this, event, listener);
};
process.on('SIGINT', () => {});
