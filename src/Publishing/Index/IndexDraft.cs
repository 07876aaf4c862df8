using Azure;
using Azure.Data.Tables;

namespace Blobpress.Publishing.Index;

/// <summary>
/// One entity group transaction in the making: rows, the counts of all nodes above them and the marks of what is to be
/// rendered change together or not at all, so the counts are right whatever happens.
/// </summary>
internal sealed class IndexDraft(IndexTable table, IndexPartition partition)
{
    // Azure Table storage: at most 100 entities in a transaction.
    public const int MostEntities = 100;

    private readonly Dictionary<string, IndexNode> _nodes = [];
    private readonly HashSet<string> _changed = [];
    private readonly Dictionary<string, TableTransactionAction> _rows = [];
    private readonly HashSet<string> _marks = [];
    private readonly Dictionary<string, bool> _edited = [];
    private string? _lastOnFront;

    /// <summary>What links of the partition's entries name, as the transaction leaves it.</summary>
    public WantedKeys Wanted => _nodes.TryGetValue("", out var root) ? root.Wanted : WantedKeys.None;

    public int Count => _rows.Count + _changed.Count + _marks.Count;

    /// <summary>Takes one entry in, changes it or takes it out.</summary>
    /// <param name="edit">What is to be.</param>
    /// <param name="exists">Whether its row is there now.</param>
    /// <param name="backward">Whether its second row is, in a partition that has one.</param>
    /// <param name="named">Whether the row is by which links find it, where it has one.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task EditAsync(IndexEdit edit, bool exists, bool backward, bool named, CancellationToken cancel)
    {
        PutRows(edit, exists, backward);
        PutNamedRow(edit, named);
        var delta = (edit.Columns is null ? 0 : 1) - (exists ? 1 : 0);
        _edited[edit.Key] = edit.Columns is not null;
        var node = await NodeAsync("", cancel).ConfigureAwait(false);
        node = node with { Wanted = node.Wanted.With(edit.Wanted) };
        await MarkFrontAsync(node, edit, cancel).ConfigureAwait(false);
        while (true)
        {
            var wasSplit = node.Split;
            node = Recount(node, delta);
            if (node.Split && (edit.Chain || node.Count == 0))
            {
                Mark(node.Prefix);
            }

            if (node.Split != wasSplit)
            {
                MarkDeep(node.Prefix);
                if (partition.Kind == PartitionKind.Sitemap)
                {
                    MarkShown(node.Prefix);
                }

                if (node.Split)
                {
                    await AddChildrenAsync(node.Prefix, cancel).ConfigureAwait(false);
                }

                return;
            }

            if (!node.Split)
            {
                Mark(node.Prefix);
                return;
            }

            var child = await NodeAsync(partition.Shape.Below(node.Prefix, edit.Key), cancel).ConfigureAwait(false);
            if (child.Count == 0 || child.Count + delta == 0)
            {
                // A page below appears or disappears.
                MarkShown(node.Prefix);
            }

            node = child;
        }
    }

    /// <summary>The transaction, conditional on every node being as it was read.</summary>
    public IReadOnlyList<TableTransactionAction> Actions() =>
        [
            .. _rows.Values,
            .. _changed.Select(prefix => NodeAction(_nodes[prefix])),
            .. _marks.Select(mark => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(partition.Name, mark))),
        ];

    private void PutRows(IndexEdit edit, bool exists, bool backward)
    {
        PutRow(RowKeys.Entry(edit.Key), edit.Columns, exists);
        if (partition.BothWays)
        {
            PutRow(IndexTable.BackwardKey(edit.Key), edit.Columns, backward);
        }
    }

    // Posts that were listed before there were such rows have none.
    private void PutNamedRow(IndexEdit edit, bool isNamed)
    {
        if (edit is { NamedRow: { } named, Columns: not null, NamedColumns: { } columns })
        {
            PutRow(named, columns, exists: true);
            _rows[named] = new(TableTransactionActionType.UpsertReplace, _rows[named].Entity);
        }
        else if (edit.NamedRow is { } gone)
        {
            PutRow(gone, null, isNamed);
        }
    }

    private void PutRow(string rowKey, IReadOnlyDictionary<string, object>? columns, bool exists)
    {
        if (columns is null && !exists)
        {
            _rows.Remove(rowKey);
            return;
        }

        var row = new TableEntity(partition.Name, rowKey);
        foreach (var (column, value) in columns ?? new Dictionary<string, object>())
        {
            row[column] = value;
        }

        var type = columns is null ? TableTransactionActionType.Delete : exists ? TableTransactionActionType.UpdateReplace : TableTransactionActionType.Add;
        _rows[rowKey] = new(type, row, ETag.All);
    }

    private IndexNode Recount(IndexNode node, int delta)
    {
        var count = node.Count + delta;
        var changed = node with { Count = count, Split = partition.Shape.Splits(node.Prefix, count) };

        // The root is written each time: its ETag orders all transactions of the partition.
        if (changed != node || node.Prefix.Length == 0)
        {
            _nodes[node.Prefix] = changed;
            _changed.Add(node.Prefix);
        }

        return changed;
    }

    // After the root was read, so that the transaction fails where the front changed since. Where every edit stands behind
    // the last entry of the front, the front stays as it is.
    private async Task MarkFrontAsync(IndexNode root, IndexEdit edit, CancellationToken cancel)
    {
        if (_marks.Contains(RowKeys.FrontMark))
        {
            return;
        }

        if (edit.OnFront is { } most && root.Count > most)
        {
            _lastOnFront ??= (await table.ReadEntriesAsync(partition, "", most, ["RowKey"], cancel).ConfigureAwait(false))[^1].RowKey;
            if (string.CompareOrdinal(RowKeys.Entry(edit.Key), _lastOnFront) > 0)
            {
                return;
            }
        }

        _marks.Add(RowKeys.FrontMark);
    }

    // Where the pages below a node change, its own shows it; of the sitemap, whose index shows all levels, that alone.
    private void MarkShown(string prefix) => Mark(partition.Kind == PartitionKind.Sitemap ? "" : prefix);

    private void MarkDeep(string prefix) => _marks.Add(RowKeys.DeepMark(partition.Shape.Level(prefix), prefix));

    private void Mark(string prefix) => _marks.Add(RowKeys.NodeMark(partition.Shape.Level(prefix), prefix));

    // A page that became too full: its entries are counted into the pages below it, which begin to exist now.
    private async Task AddChildrenAsync(string prefix, CancellationToken cancel)
    {
        var entries = await table.ReadEntriesAsync(partition, prefix, null, ["RowKey"], cancel).ConfigureAwait(false);
        var keys = entries.Select(row => row.RowKey[1..]).Where(key => !_edited.ContainsKey(key))
            .Concat(_edited.Where(entry => entry.Value && entry.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(entry => entry.Key));
        var stored = await table.ReadChildrenAsync(partition, prefix, cancel).ConfigureAwait(false);

        // Those of this draft too: the page may have been split before in it, and merged since.
        var drafted = _nodes.Values.Where(node => node.Prefix.Length > 0 && partition.Shape.Above(node.Prefix) == prefix).ToList();
        var stale = drafted.UnionBy(stored, node => node.Prefix).ToList();
        var groups = keys.GroupBy(key => partition.Shape.Below(prefix, key)).ToDictionary(group => group.Key, group => group.Count());
        foreach (var child in stale.Select(node => node.Prefix).Union(groups.Keys))
        {
            var count = groups.GetValueOrDefault(child);
            var known = stale.FirstOrDefault(node => node.Prefix == child);
            var split = partition.Shape.Splits(child, count);
            _nodes[child] = new(child, count, split, known?.ETag);
            _changed.Add(child);
            if (split != (known?.Split ?? false))
            {
                MarkDeep(child);
            }

            if (split)
            {
                await AddChildrenAsync(child, cancel).ConfigureAwait(false);
            }
        }
    }

    private async Task<IndexNode> NodeAsync(string prefix, CancellationToken cancel)
    {
        if (!_nodes.TryGetValue(prefix, out var node))
        {
            node = await table.ReadNodeAsync(partition, prefix, cancel).ConfigureAwait(false);
            _nodes[prefix] = node;
        }

        return node;
    }

    private TableTransactionAction NodeAction(IndexNode node)
    {
        var row = new TableEntity(partition.Name, IndexTable.NodeKey(partition.Shape, node.Prefix)) { ["Count"] = node.Count, ["Split"] = node.Split };
        if (node.Wanted.Kept is { } wanted)
        {
            row["Wanted"] = wanted;
        }

        return node.ETag is { } tag
            ? new(TableTransactionActionType.UpdateReplace, row, tag)
            : new(TableTransactionActionType.Add, row);
    }
}
