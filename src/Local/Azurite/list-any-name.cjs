// Loaded into Azurite's process before Azurite itself. Azurite takes blobs of names that XML can't hold, control characters
// among them, and can then list their container no more. Here such a name goes out as the service's own reference has it,
// percent-encoded and marked so (List Blobs, x-ms-version 2021-02-12). Another version is left as it is.

const { dirname, join } = require('node:path');

const known = '3.37.0';

// XML 1.0, production 2.
const unspeakable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const encode = (name) => (unspeakable.test(name) ? { $: { Encoded: 'true' }, _: encodeURIComponent(name) } : name);

/** Encodes the names in a listing, and in what it repeats of the request. */
function encodeNames(body) {
  for (const list of Object.values(body.Blobs ?? {}).flat()) {
    if (typeof list?.Name === 'string') {
      list.Name = encode(list.Name);
    }
  }
  for (const key of ['Prefix', 'Marker', 'NextMarker']) {
    if (typeof body[key] === 'string' && unspeakable.test(body[key])) {
      body[key] = encodeURIComponent(body[key]);
    }
  }
}

const azurite = dirname(process.argv[1]);
if (require(join(azurite, '../../package.json')).version === known) {
  const xml = require(join(azurite, 'blob/generated/utils/xml.js'));
  const { stringifyXML } = xml;
  xml.stringifyXML = (body, options) => {
    if (options?.rootName === 'EnumerationResults') {
      encodeNames(body);
    }
    return stringifyXML(body, options);
  };
}
