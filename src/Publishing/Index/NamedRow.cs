using Azure.Data.Tables;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Index;

/// <summary>A row one of whose keys spells a name (<see cref="TableKey"/>); where the key can't, a column keeps it.</summary>
internal static class NamedRow
{
    /// <summary>A new row.</summary>
    public static TableEntity Of(string partition, string row, string column, string name)
    {
        var entity = new TableEntity(partition, row);
        if (TableKey.NameOf(TableKey.Of(name)) is null)
        {
            entity[column] = name;
        }

        return entity;
    }

    /// <summary>The name that a key of a row that was read stands for.</summary>
    public static string NameIn(TableEntity row, string key, string column) => TableKey.NameOf(key) ?? row.GetString(column);
}
