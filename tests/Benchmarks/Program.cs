using Blobpress.Benchmarks.Images;

return args switch
{
    ["images"] => await ImagesBenchmark.RunAsync(),
    ["images", .. var part] => await ImagesParts.RunAsync(part),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Benchmarks images");
    return 2;
}
