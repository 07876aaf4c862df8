// Loaded into Azurite's process before Azurite itself. Azurite holds its tables in memory and saves them when it
// stops, so it must be told to stop, and must not outlive the host and keep the data folder's files open.

const { isMainThread, Worker, workerData } = require('node:worker_threads');

const patience = 8000;
const glance = 500;

// Standard input is a pipe from the host. It ends when the host closes it, and also when the host crashes or is killed.
function stop() {
  if (process.listenerCount('SIGTERM') === 0) {
    process.exit(); // Azurite is not up yet: there is nothing to save.
  }
  process.emit('SIGTERM');
  setTimeout(() => process.exit(), patience).unref();
}

// Ctrl+C reaches every process on the terminal; the host still needs the storage while it finishes its work.
function leaveInterruptsToHost() {
  const once = process.once;
  process.once = function (event, listener) {
    return event === 'SIGINT' ? this : once.call(this, event, listener);
  };
  process.on('SIGINT', () => {});
}

function isAlive(host) {
  if (process.platform !== 'win32') {
    return process.ppid === host; // An orphan is given another parent.
  }
  try {
    return process.kill(host, 0);
  } catch (fault) {
    return fault.code !== 'ESRCH';
  }
}

// On a thread of its own: the main one sees nothing of all this for as long as Azurite is at work on something.
function watch(host) {
  const timer = setInterval(() => {
    if (!isAlive(host)) {
      clearInterval(timer);
      setTimeout(() => process.kill(process.pid, 'SIGKILL'), patience);
    }
  }, glance);
}

if (isMainThread) {
  process.stdin.once('end', stop).once('error', stop).resume();
  leaveInterruptsToHost();
  new Worker(__filename, { workerData: process.ppid, execArgv: [] }).unref();
} else {
  watch(workerData);
}
