using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Tests.Names;

public class TableKeyTests
{
    private static readonly string[] Parts =
        ["a", "b", " ", "!", "~", "x", "h", ".", "/", "\\", "#", "?", "\"", "[", ">", "\0", "\t", "\r", "\u007f", "\u0085", "\u009f", "é", "e\u0301", "文",
        "\u200d", "\ud7ff", "\ud83d\ude00", "\ud83d", "\ude00", "\ue000", "\ufdd0", "\ufffd", "\ufffe", "\uffff", ".x", ".h", ".~", ".!", "0041", "x000D", new string('y', 40), new string('文', 100)];

    [Fact]
    public void Any_name_has_a_key_that_tables_take_and_no_other_name_has()
    {
        var random = new Random(1);
        var names = new Dictionary<string, string>();
        foreach (var name in Enumerable.Range(0, 4_000).Select(_ => string.Concat(random.GetItems(Parts, random.Next(1, 24)))).Concat(Parts).Distinct())
        {
            var key = TableKey.Of(name);
            Assert.InRange(key.Length, 1, TableKey.MaxLength);
            Assert.DoesNotContain(key, letter => letter is '/' or '\\' or '#' or '?' or '\ufffe' or '\uffff' || char.IsControl(letter));
            Assert.DoesNotContain('\ufffd', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(key)).Except(name));
            Assert.True(names.TryAdd(key, name), $"{name} and {names.GetValueOrDefault(key)}");
            Assert.True(TableKey.NameOf(key) is not { } read || read == name);
        }
    }

    [Fact]
    public void Keys_keep_the_order_of_names_but_for_a_few()
    {
        var random = new Random(2);
        var names = Enumerable.Range(0, 5_000).Select(_ => string.Concat(random.GetItems(Parts, random.Next(1, 7)))).Where(TableKey.KeepsOrder).Distinct().ToList();

        var byName = names.Order(StringComparer.Ordinal);
        var byKey = names.OrderBy(TableKey.Of, StringComparer.Ordinal);

        Assert.True(names.Count > 300);
        Assert.Equal(byName, byKey);
        Assert.All(names, name => Assert.Equal(name, TableKey.NameOf(TableKey.Of(name))));
    }

    [Theory]
    [InlineData("2022/a.b.md", "2022.~a.!b.!md")]
    [InlineData("文，件 😀.md", "文，件 😀.!md")]
    public void Keys_of_common_names_are_those_they_always_were(string name, string key) => Assert.Equal(key, TableKey.Of(name));

    [Fact]
    public void A_name_of_any_length_is_spelled_in_no_time()
    {
        var name = string.Concat(Enumerable.Repeat("./\r", 5_000_000));

        Assert.Equal(TableKey.MaxLength - 2, TableKey.Of(name).Length, 12.0);
        Assert.Null(TableKey.NameOf(TableKey.Of(name)));
    }
}
