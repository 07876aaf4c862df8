using System.Text;

namespace Blobpress.Publishing.Storage;

/// <summary>
/// Table storage forbids / \ # ? and control characters in keys. This spells any name without them, keeping the ordinal
/// order of names, so that records can be walked side by side with a listing of blobs.
/// </summary>
public static class TableKey
{
    // Each forbidden character is spelled as its predecessor and '~', so the predecessor itself needs a '!' after it.
    private const string Forbidden = "/\\#?";
    private const string Predecessors = ".[\">";

    /// <summary>The key of a name.</summary>
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length + 8);
        foreach (var c in name)
        {
            var at = Forbidden.IndexOf(c, StringComparison.Ordinal);
            _ = at >= 0 ? key.Append(Predecessors[at]).Append('~') : key.Append(c);
            if (Predecessors.Contains(c, StringComparison.Ordinal))
            {
                key.Append('!');
            }
        }

        return key.ToString();
    }

    /// <summary>The name that a key spells.</summary>
    public static string NameOf(string key)
    {
        var name = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            var at = Predecessors.IndexOf(key[i], StringComparison.Ordinal);
            if (at < 0)
            {
                name.Append(key[i]);
                continue;
            }

            i++;
            name.Append(key[i] == '~' ? Forbidden[at] : Predecessors[at]);
        }

        return name.ToString();
    }
}
