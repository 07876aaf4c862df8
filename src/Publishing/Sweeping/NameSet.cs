using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Blobpress.Publishing.Sweeping;

/// <summary>
/// A set of names held as 64-bit hashes: some 16 MB for a million. A collision, of which there is one in thirty million at
/// that size, hides one lost or stray file.
/// </summary>
internal sealed class NameSet
{
    private readonly HashSet<ulong> _hashes = [];

    public int Count => _hashes.Count;

    public void Add(string name) => _hashes.Add(Hash(name));

    public bool Contains(string name) => _hashes.Contains(Hash(name));

    private static ulong Hash(string name) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(name.AsSpan()));
}
