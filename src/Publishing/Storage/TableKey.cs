using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Blobpress.Publishing.Storage;

/// <summary>
/// Spells any name as a key of table storage, which forbids / \ # ?, control characters (U+0000 to U+001F, U+007F to U+009F)
/// and more than 512 UTF-16 units. Two names never share a key. Keys keep the ordinal order of names, so that records can be
/// walked side by side with a listing of blobs; but for those that <see cref="KeepsOrder"/> names.
/// </summary>
public static class TableKey
{
    /// <summary>The most UTF-16 units of a key; what is left to 512 is for what callers put before it.</summary>
    public const int MaxLength = 440;

    // Each forbidden character is spelled as its predecessor and '~', so the predecessor itself needs a '!' after it.
    private const string Forbidden = "/\\#?";
    private const string Predecessors = ".[\">";

    // After the first of the predecessors: four hexadecimal digits of any other unit that no key can hold, or the hash of the
    // whole name where its key would be too long.
    private const char Unit = 'x';
    private const char Hash = 'h';
    private const int UnitDigits = 4;
    private const int HashDigits = 64;
    private const int LongestCut = MaxLength - 2 - HashDigits;

    // The longest spelling of one character of a name, two escaped units.
    private const int LongestSpelling = 2 * (2 + UnitDigits);

    /// <summary>The key of a name.</summary>
    public static string Of(string name)
    {
        // What is cut off need not be spelled: a name of any length costs no more than its hash.
        var key = new StringBuilder(Math.Min(name.Length + 8, MaxLength + LongestSpelling));
        var whole = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (key.Length > MaxLength)
            {
                break;
            }

            whole = key.Length <= LongestCut ? key.Length : whole;
            if (char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]))
            {
                key.Append(name[i]).Append(name[++i]);
            }
            else
            {
                Spell(name[i], key);
            }
        }

        return key.Length <= MaxLength
            ? key.ToString()
            : $"{key.ToString(0, whole)}{Predecessors[0]}{Hash}{HashOf(name)}";
    }

    /// <summary>The name that a key spells; null for one that holds a hash instead: its row has to keep the name.</summary>
    public static string? NameOf(string key)
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

            switch (key[++i])
            {
                case Hash:
                    return null;
                case Unit:
                    name.Append((char)ushort.Parse(key.AsSpan(i + 1, UnitDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                    i += UnitDigits;
                    break;
                case '~':
                    name.Append(Forbidden[at]);
                    break;
                default:
                    name.Append(Predecessors[at]);
                    break;
            }
        }

        return name.ToString();
    }

    /// <summary>
    /// False for a name whose place among others may not be that of its key: one that is cut, one that holds what no key can
    /// hold, one beyond the basic plane, whose characters UTF-8 and UTF-16 order otherwise.
    /// </summary>
    public static bool KeepsOrder(string name) => Of(name).Length <= LongestCut && !name.Any(IsUnspellable) && !name.Any(char.IsSurrogate);

    private static void Spell(char c, StringBuilder key)
    {
        var at = Forbidden.IndexOf(c, StringComparison.Ordinal);
        if (at >= 0)
        {
            key.Append(Predecessors[at]).Append('~');
        }
        else if (IsUnspellable(c) || char.IsSurrogate(c))
        {
            key.Append(Predecessors[0]).Append(Unit).Append(((ushort)c).ToString("X4", CultureInfo.InvariantCulture));
        }
        else
        {
            key.Append(c);
            if (Predecessors.Contains(c, StringComparison.Ordinal))
            {
                key.Append('!');
            }
        }
    }

    private static bool IsUnspellable(char c) => char.IsControl(c) || c is '\ufffe' or '\uffff';

    private static string HashOf(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(name.AsSpan())));
}
