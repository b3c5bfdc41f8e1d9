namespace Produktreport.Core.Tests.Pdf;
public sealed class LocalOnly { [Fact] public void Dump() => File.WriteAllBytes("/tmp/pdfw/sample.pdf", SampleDocument.Write()); }
