// Loaded into Azurite's process before Azurite itself. Azurite looks through all rows of a table for each query, and
// through all with the same row key for each row. Here the rows are kept in order of their keys beside Azurite's own
// store, and it is handed the few that it would find; what it then does with them is left to it. Another version, whose
// insides may be others, is left as it is.

const { dirname, join } = require('node:path');

const known = '3.37.0';
const few = 10;

const smaller = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// Azurite's order: that of UTF-16 code units.
const inOrder = (a, b) => smaller(a.PartitionKey, b.PartitionKey) || smaller(a.RowKey, b.RowKey);

/** All rows of a table in order, as Azurite's collection has them. */
class SortedRows {
  constructor(collection) {
    this.collection = collection;
    this.fill();
    collection.on('insert', (row) => this.rows.splice(this.firstWhere((other) => inOrder(other, row) >= 0), 0, row));
    collection.on('update', (row, old) => this.replace(old, row));
    collection.on('delete', (row) => this.replace(row));
  }

  /** The row of a key, or null. */
  find(key) {
    const row = this.current()[this.firstWhere((other) => inOrder(other, key) >= 0)];
    return row && inOrder(row, key) === 0 ? row : null;
  }

  /** The first rows of a range, at most so many. */
  read(range, most) {
    const rows = this.current();
    const found = [];
    for (let at = this.firstWhere((row) => range.isReached(row)); at < rows.length && found.length < most && !range.isPassed(rows[at]); at++) {
      found.push(rows[at]);
    }
    return found;
  }

  fill() {
    this.rows = this.collection.data.slice().sort(inOrder);
  }

  // Whatever changed the collection without saying so, as loading does.
  current() {
    if (this.rows.length !== this.collection.data.length) {
      this.fill();
    }
    return this.rows;
  }

  replace(old, ...row) {
    const at = this.firstWhere((other) => inOrder(other, old) >= 0);
    if (this.rows[at] === old) {
      this.rows.splice(at, 1, ...row);
    } else {
      this.fill();
    }
  }

  // Where a condition begins to be true that stays true from there on.
  firstWhere(condition) {
    let [from, to] = [0, this.rows.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (condition(this.rows[middle])) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }
}

/** Rows that stand together. */
class Range {
  lower = [];
  upper = [];

  narrow(operator, compare) {
    if (operator !== 'lt' && operator !== 'le') {
      this.lower.push((row) => compare(row) >= (operator === 'gt' ? 1 : 0));
    }
    if (operator !== 'gt' && operator !== 'ge') {
      this.upper.push((row) => compare(row) <= (operator === 'lt' ? -1 : 0));
    }
  }

  isReached(row) {
    return this.lower.every((holds) => holds(row));
  }

  isPassed(row) {
    return !this.upper.every((holds) => holds(row));
  }
}

/** What Azurite asks of the rows it chains a query on. */
class Chain {
  constructor(rows) {
    this.rows = rows;
  }

  where(condition) {
    return new Chain(this.rows.filter((row) => condition(row) === true));
  }

  sort(comparison) {
    return new Chain(this.rows.slice().sort(comparison));
  }

  limit(most) {
    return new Chain(this.rows.slice(0, most));
  }

  data() {
    return this.rows.slice();
  }
}

/** The range of rows that a filter means; null where it is not made of comparisons that mean one. */
function rangeOf(filter, nextPartition, nextRow) {
  const range = new Range();
  const comparison = /(PartitionKey|RowKey) (eq|gt|ge|lt|le) '((?:[^']|'')*)'( and (?!$)|$)/y;
  let partition;
  while (comparison.lastIndex < filter.length) {
    const [, column, operator, quoted] = comparison.exec(filter) ?? [];
    const value = quoted?.replaceAll("''", "'");
    if (column === 'PartitionKey') {
      partition = operator === 'eq' ? value : partition;
      range.narrow(operator, (row) => smaller(row.PartitionKey, value));
    } else if (column === 'RowKey' && partition !== undefined) {
      const key = { PartitionKey: partition, RowKey: value };
      range.narrow(operator, (row) => inOrder(row, key));
    } else {
      return null;
    }
  }
  if (nextPartition !== undefined) {
    const key = { PartitionKey: nextPartition, RowKey: nextRow };
    range.narrow('ge', (row) => inOrder(row, key));
  }
  return range;
}

/** Has Azurite's store of tables look rows up where they stand in order. */
function improve(store) {
  const tables = new WeakMap();
  const { getEntityCollection, queryTableEntities } = store;

  store.getEntityCollection = function (...table) {
    const collection = getEntityCollection.apply(this, table);
    if (!tables.has(collection)) {
      const rows = new SortedRows(collection);
      tables.set(collection, rows);
      collection.findOne = (key) => rows.find(key); // Azurite asks tables for nothing but a row by its two keys.
      collection.binaryIndices = {}; // Nobody asks them any more, and removing a row renumbers them from end to end.
    }
    return collection;
  };

  store.queryTableEntities = async function (context, account, table, options, nextPartition, nextRow) {
    const next = [nextPartition, nextRow].map((key) => this.decodeContinuationHeader(key));
    const range = rangeOf(options.filter ?? '', ...next);
    const collection = (...of) => {
      const rows = tables.get(this.getEntityCollection(...of)).read(range, this.getMaxResultsOption(options) + 1);
      return { chain: () => new Chain(rows) };
    };
    const self = range === null ? this : Object.create(this, { getEntityCollection: { value: collection } });
    return queryTableEntities.call(self, context, account, table, options, nextPartition, nextRow);
  };
}

/** Has Azurite's stores take rows out singly, where it is a few: after a batch they sort all their indices anew. */
function improveRemoval(collections) {
  const { findAndRemove } = collections;
  collections.findAndRemove = function (filter) {
    const found = this.chain().find(filter).data();
    if (found.length > few) {
      findAndRemove.call(this, filter);
    } else {
      found.forEach((row) => this.remove(row));
    }
  };
}

const azurite = dirname(process.argv[1]);
if (require(join(azurite, '../../package.json')).version === known) {
  improve(require(join(azurite, 'table/persistence/LokiTableMetadataStore.js')).default.prototype);
  improveRemoval(require(require.resolve('lokijs', { paths: [azurite] })).Collection.prototype);
}
