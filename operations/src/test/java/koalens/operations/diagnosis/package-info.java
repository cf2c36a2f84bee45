@org.jspecify.annotations.NullMarked
package koalens.operations.diagnosis;
