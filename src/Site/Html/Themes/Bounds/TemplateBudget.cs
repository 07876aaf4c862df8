using Blobpress.Site.Posts;
using Fluid;

namespace Blobpress.Site.Html.Themes.Bounds;

/// <summary>How much the templates of one page may still make: characters written, captured, and gone through by filters.</summary>
/// <param name="content">The characters of the post that is shown, each of which a template may handle many times.</param>
internal sealed class TemplateBudget(long content)
{
    /// <summary>The most items of a list or numbers of a range.</summary>
    public const int MaxItems = 10_000;

    /// <summary>How deep templates nest: blocks in a file, files in each other, brackets and filters in a tag.</summary>
    public const int MaxDepth = 64;

    private const long Base = 32_000_000;
    private const long TimesContent = 32;
    private const long MaxText = 2_000_000;
    private const string Key = "budget";

    private long _left = Base + (TimesContent * content);

    // A text may hold the post twice.
    private readonly long _maxText = MaxText + (2 * content);

    /// <summary>The budget of a rendering.</summary>
    public static TemplateBudget Of(TemplateContext context) =>
        context.AmbientValues.TryGetValue(Key, out var budget) ? (TemplateBudget)budget : throw new InvalidOperationException("A template is rendered without a budget.");

    /// <summary>Gives a rendering this budget.</summary>
    public void Give(TemplateContext context) => context.AmbientValues[Key] = this;

    /// <summary>Counts characters that are made or gone through.</summary>
    /// <exception cref="LimitException">They are more than a page may take.</exception>
    public void Spend(long characters)
    {
        _left -= characters;
        if (_left < 0)
            throw new LimitException($"The template makes and handles more than {Base:N0} characters for one page.");
    }

    /// <summary>Looks at the length of a text that is to be made.</summary>
    /// <exception cref="LimitException">It is too long.</exception>
    public void Text(string maker, long length)
    {
        if (length > _maxText)
            throw new LimitException($"The template makes a text of more than {MaxText:N0} characters by '{maker}'.");
    }

    /// <summary>Looks at the length of a list that is to be made.</summary>
    /// <exception cref="LimitException">It is too long.</exception>
    public static void Items(string maker, long count)
    {
        if (count > MaxItems)
            throw new LimitException($"The template makes a list of more than {MaxItems:N0} items by '{maker}'.");
    }
}
