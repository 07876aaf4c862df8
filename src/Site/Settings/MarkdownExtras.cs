namespace Blobpress.Site.Settings;

/// <summary>Marks of emphasis that neither CommonMark nor GitHub know, so that each is ordinary text where it was not asked for.</summary>
[Flags]
public enum MarkdownExtras
{
    /// <summary><c>~</c>, <c>^</c>, <c>++</c> and <c>==</c> are text.</summary>
    None = 0,

    /// <summary><c>sub</c>: H~2~O.</summary>
    Sub = 1,

    /// <summary><c>super</c>: x^2^.</summary>
    Super = 2,

    /// <summary><c>ins</c>: ++inserted++.</summary>
    Ins = 4,

    /// <summary><c>mark</c>: ==marked==.</summary>
    Mark = 8,
}
