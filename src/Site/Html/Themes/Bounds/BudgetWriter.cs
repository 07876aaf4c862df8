using System.Text;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Html.Themes.Bounds;

/// <summary>Collects what a template makes, within its budget.</summary>
/// <param name="budget">The page's.</param>
/// <param name="maker">What makes it, for the reason.</param>
internal sealed class BudgetWriter(TemplateBudget budget, string maker) : TextWriter
{
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.Unicode;

    /// <exception cref="LimitException">It is more than may be written.</exception>
    public override void Write(char value) => Write([value]);

    /// <exception cref="LimitException">It is more than may be written.</exception>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <exception cref="LimitException">It is more than may be written.</exception>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <exception cref="LimitException">It is more than may be written.</exception>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        budget.Spend(buffer.Length);
        budget.Text(maker, (long)_text.Length + buffer.Length);
        _text.Append(buffer);
    }

    public override Task WriteAsync(char value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(string? value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(char[] buffer, int index, int count)
    {
        Write(buffer, index, count);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return Task.CompletedTask;
    }

    public override string ToString() => _text.ToString();
}
