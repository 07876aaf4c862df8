namespace Blobpress.Site.Values;

/// <summary>A value out of YAML or TOML, with its place in the file. Scalars keep the text they were written as.</summary>
internal abstract record Value(Place At)
{
    /// <summary>True for what stands for nothing: an empty or null scalar, an empty list.</summary>
    public virtual bool IsEmpty => false;

    /// <summary>Text, a number, a date or a truth value.</summary>
    /// <param name="Text">The text, escapes and folding resolved.</param>
    /// <param name="Quoted">True where it was quoted, so that <c>"null"</c> is a word.</param>
    /// <param name="At">Where it begins.</param>
    public sealed record Scalar(string Text, bool Quoted, Place At) : Value(At)
    {
        public override bool IsEmpty => string.IsNullOrWhiteSpace(Text) || (!Quoted && Text is "~" or "null" or "Null" or "NULL");

        /// <summary>The truth value it spells in YAML 1.1 or 1.2, quoted or not; null where it spells none.</summary>
        public bool? Truth => Text.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "ON" or "Y" => true,
            "FALSE" or "NO" or "OFF" or "N" => false,
            _ => null,
        };
    }

    /// <summary>A sequence or array.</summary>
    public sealed record List(IReadOnlyList<Value> Items, Place At) : Value(At)
    {
        public override bool IsEmpty => Items.All(item => item.IsEmpty);
    }

    /// <summary>A mapping or table; each key once.</summary>
    public sealed record Map(IReadOnlyList<Entry> Entries, Place At) : Value(At)
    {
        public override bool IsEmpty => Entries.Count == 0;

        /// <summary>The value of a key, compared as <see cref="Entry.Name"/> is spelt; null where it is absent.</summary>
        public Value? Find(string name) => Entries.LastOrDefault(entry => entry.Name == name)?.Value;
    }
}
